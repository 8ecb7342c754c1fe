package io.quanmin.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's programs, which refuse to be root. In a user namespace root is nobody and files stay root's own;
 * where the machine forbids namespaces (many containers do) they run as the account that owns nothing.
 */
final class Unprivileged {

    private static final String NOBODY = "65534";

    private final List<String> prefix;
    private final boolean owner;

    private Unprivileged(List<String> prefix, boolean owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    static Unprivileged here() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(List.of(), true);
        }
        List<String> namespace = List.of("unshare", "-U");
        return Command.works(with(namespace, List.of("true"))) ? new Unprivileged(namespace, true) : nobody();
    }

    static Unprivileged nobody() {
        return new Unprivileged(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), false);
    }

    /** Hands a folder to the account the programs run as. */
    void own(Path folder, Path log) throws IOException {
        if (!owner) {
            Command.run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()), log);
        }
    }

    void run(List<String> command, Path log) throws IOException {
        Command.run(with(prefix, command), log);
    }

    private static List<String> with(List<String> prefix, List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }
}
