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
            throw CannotStart.portTaken(service, wanted, "quanmin.embedded." + name + ".port", e);
        }
    }
}
