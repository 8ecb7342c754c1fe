package io.quanmin.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback address. */
final class Ports {

    static final String HOST = "127.0.0.1";

    private Ports() {}

    /**
     * The wanted port, or a free one for 0; {@link CannotStart} if somebody else has it.
     *
     * @param name of the service in the settings
     */
    static int claim(String service, String name, int wanted) {
        try (ServerSocket probe = new ServerSocket(wanted, 1, InetAddress.getByName(HOST))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(
                    "%s 的端口 %d 已被其他程序占用。 Port %d, meant for %s, is taken by another program."
                            .formatted(service, wanted, wanted, service),
                    "停止那个程序，或另设端口。 Stop that program, or set another port: quanmin.embedded.%s.port".formatted(name),
                    e);
        }
    }
}
