package io.quanmin.suggestion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The labelled sample that is shipped, so that something is known before anybody has decided anything. */
final class FirstSample {

    private static final String FILE = "/suggestion/sample_zh.txt";

    private FirstSample() {}

    /** Texts with their types, in the order of the file. Reads a file. */
    static List<Decided> read() {
        InputStream file = Objects.requireNonNull(FirstSample.class.getResourceAsStream(FILE));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return sections(lines.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Decided> sections(List<String> lines) {
        List<Decided> samples = new ArrayList<>();
        String type = "";
        for (String line : lines) {
            if (line.startsWith("[")) {
                type = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                samples.add(new Decided(new Hints(line, null, null), type, null));
            }
        }
        return samples;
    }
}
