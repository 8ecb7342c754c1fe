package io.quanmin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for data, with the programs that other tests unpacked already. */
final class TestHome {

    private TestHome() {}

    static void prepare(Path home) throws IOException {
        Files.createDirectories(Throwaway.programs());
        Path programs = home.resolve("programs");
        if (!Files.exists(programs)) {
            Files.createSymbolicLink(programs, Throwaway.programs());
        }
    }
}
