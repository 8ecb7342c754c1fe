package io.quanmin.embedded;

import org.jspecify.annotations.Nullable;

/** A service cannot be started here; the message is one sentence for the person at the keyboard. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public CannotStart(String sentence, String remedy, @Nullable Throwable cause) {
        super(sentence, cause);
        this.remedy = remedy;
    }

    /**
     * Somebody else has the port.
     *
     * @param setting the property by which another port is chosen
     */
    public static CannotStart portTaken(String service, int port, String setting, Throwable cause) {
        return new CannotStart(
                "%s 的端口 %d 已被其他程序占用。 Port %d, meant for %s, is taken by another program."
                        .formatted(service, port, port, service),
                "停止那个程序，或另设端口。 Stop that program, or set another port: %s".formatted(setting),
                cause);
    }

    /** What to do about it, in one sentence. */
    public String remedy() {
        return remedy;
    }
}
