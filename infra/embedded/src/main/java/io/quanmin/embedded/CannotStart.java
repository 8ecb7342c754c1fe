package io.quanmin.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded service cannot be started here; the message is one sentence for the person at the keyboard. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    CannotStart(String sentence, String remedy, @Nullable Throwable cause) {
        super(sentence, cause);
        this.remedy = remedy;
    }

    /** What to do about it, in one sentence. */
    public String remedy() {
        return remedy;
    }
}
