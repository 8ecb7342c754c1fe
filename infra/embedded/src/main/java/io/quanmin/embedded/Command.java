package io.quanmin.embedded;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** Runs a program to its end; what it says goes to a log file, so that no pipe ties it to this process. */
final class Command {

    private Command() {}

    /** Fails with the name of the log when the program ends with another status than 0. */
    static void run(List<String> command, Path log) throws IOException {
        if (status(command, log.toFile()) != 0) {
            throw new IOException(
                    "%s failed, see %s".formatted(Path.of(command.getLast()).getFileName(), log));
        }
    }

    /** Whether the program is there and ends with status 0. */
    static boolean works(List<String> command) throws IOException {
        try {
            return status(command, Redirect.DISCARD.file()) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int status(List<String> command, File log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log))
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getFirst() + " runs", e);
        }
    }
}
