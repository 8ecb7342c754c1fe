package io.quanmin.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * A report of the demo city, and how far its case is to come.
 *
 * @param number from 0; also the seed of its picture and place
 * @param stage code of the stage it is to reach
 * @param again whether it was closed before and reopened by its reporter
 */
record PlannedReport(int number, Scene scene, String description, String stage, boolean again) {

    /** The plan, or its first so many. */
    static List<PlannedReport> first(int most) {
        return all().stream().limit(most).toList();
    }

    private static List<PlannedReport> all() {
        try {
            String text = new ClassPathResource("demo/reports.tsv").getContentAsString(StandardCharsets.UTF_8);
            List<PlannedReport> all = new ArrayList<>();
            text.lines().map(line -> line.split("\t")).forEach(fields -> all.add(of(all.size(), fields)));
            return List.copyOf(all);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static PlannedReport of(int number, String[] fields) {
        return new PlannedReport(number, Scene.valueOf(fields[0]), fields[1], fields[2], fields.length > 3);
    }

    /** The citizen who reports it. */
    Persona reporter() {
        return Persona.ALL.get(number % 6);
    }
}
