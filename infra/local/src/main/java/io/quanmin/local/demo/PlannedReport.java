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
 * @param way how it comes there
 */
record PlannedReport(int number, Scene scene, String description, String stage, Way way) {

    private static final int CITIZENS = 6;

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
        return new PlannedReport(number, Scene.valueOf(fields[0]), fields[1], fields[2], way(fields));
    }

    private static Way way(String[] fields) {
        return switch (fields.length > 3 ? fields[3] : "") {
            case "reopened" -> Way.REOPENED;
            case "by-citizens" -> Way.BY_CITIZENS;
            default -> Way.BY_UNITS;
        };
    }

    /** The citizen who reports it. */
    Persona reporter() {
        return citizen(number);
    }

    /** Whether its reporter has solved it already. */
    boolean solved() {
        return stage.equals("reported-solved");
    }

    /** The citizen who solves it, where citizens do. */
    Persona neighbour() {
        return citizen(number + 1);
    }

    private static Persona citizen(int number) {
        return Persona.ALL.get(number % CITIZENS);
    }

    /** By whose hands a case goes. */
    enum Way {
        BY_UNITS,
        BY_CITIZENS,
        /** Closed by a unit, and reopened by its reporter. */
        REOPENED
    }
}
