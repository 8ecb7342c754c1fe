package io.quanmin.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The first rulebook as the migration writes it, and spoilt copies of it. */
public final class Books {

    private static final String MIGRATION = "db/migration/V20261123_41__rulebook_version_1.sql";

    private Books() {}

    /** Version 1, read from its migration: tests of rules need no database. */
    public static Rules first() {
        return JsonMapper.shared().readValue(content(), Book.class).rules(1, Instant.parse("2025-12-31T16:00:00Z"));
    }

    static String content() {
        try {
            return new ClassPathResource(MIGRATION)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .split("\\$book\\$", -1)[1];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Rules withFlow(List<FlowTable.Stage> stages, List<FlowTable.Step> steps) {
        Rules first = first();
        return new Rules(2, first.effectiveFrom(), first.groups(), new FlowTable(stages, steps), first.calendar());
    }

    static Rules withTypes(ProblemType... types) {
        Rules first = first();
        List<TypeGroup> groups = List.of(new TypeGroup("only", "唯一", List.of(types)));
        return new Rules(2, first.effectiveFrom(), groups, first.flow(), first.calendar());
    }

    static Rules withCalendar(WorkingCalendar calendar) {
        Rules first = first();
        return new Rules(2, first.effectiveFrom(), first.groups(), first.flow(), calendar);
    }

    static FlowTable.Stage stage(String code, boolean open) {
        return new FlowTable.Stage(code, code, code, open, false);
    }

    static FlowTable.Step step(String from, String name, String to) {
        return new FlowTable.Step(from, name, to, name, Set.of("REVIEWER"));
    }
}
