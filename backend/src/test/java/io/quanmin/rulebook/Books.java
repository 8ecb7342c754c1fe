package io.quanmin.rulebook;

import io.quanmin.place.Division;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The first rulebook as the migration writes it, and spoilt copies of it. */
public final class Books {

    private static final String FIRST = "db/migration/V20261123_41__rulebook_version_1.sql";
    private static final String PRESENT = "db/migration/V20261124_0112__rulebook_version_4.sql";
    private static final TimeRules NO_TIME = new TimeRules(
            List.of(), new TimeRules.Urges(0, Duration.ZERO), new TimeRules.Extension(0, 0), Duration.ZERO);

    private static final QualityRules NO_QUALITY = new QualityRules(
            Duration.ZERO,
            new QualityRules.Sampling(0, QualityRules.Period.MONTH),
            new QualityRules.Sampling(0, QualityRules.Period.MONTH),
            3,
            Duration.ZERO,
            false,
            4,
            0,
            Set.of(),
            List.of());

    private static final DuplicateRules DUPLICATES = new DuplicateRules(100, Duration.ofDays(30), 10, 0.4, 0.3, 0.3, 0);
    private static final SuggestionRules SILENCE = new SuggestionRules(0, 0, 0, Duration.ZERO, 0, 0, 0);
    private static final Responsibility NOBODY = new Responsibility(List.of());
    private static final FormRules NO_FORMS = new FormRules(List.of());
    private static final ApprovalRules TWO = new ApprovalRules(2, Set.of("flow"));
    private static final ClaimRules NO_CLAIMS = new ClaimRules(
            Map.of(),
            0,
            0,
            new ClaimRules.Proof(0, Duration.ZERO, Duration.ZERO, ClaimRules.Doubt.REFUSE, 0, ClaimRules.Doubt.REFUSE),
            new ClaimRules.Appraisal(0, 1, Map.of()),
            Set.of());

    private static final TimeLimit NEVER = new TimeLimit(Duration.ZERO, TimeLimit.Clock.WALL);
    private static final LinkageRules ALL_BY_LEVELS = new LinkageRules(
            List.of(),
            new LinkageRules.History(0, Duration.ZERO, 0, false),
            Map.of(
                    ProblemType.Difficulty.SIMPLE, LinkageMode.LEVELS,
                    ProblemType.Difficulty.ORDINARY, LinkageMode.LEVELS,
                    ProblemType.Difficulty.HARD, LinkageMode.LEVELS),
            List.of(new LinkageRules.Beginning(
                    Set.of(), Set.of(ProblemType.Difficulty.values()), Division.Level.DISTRICT)),
            List.of(),
            new LinkageRules.Whistle(0, NEVER, 0, NEVER, NEVER, NEVER, 0, List.of()),
            new LinkageRules.Partners(Set.of(), true));
    static final VolunteerRules NO_VOLUNTEERS = new VolunteerRules(
            new VolunteerRules.Training(List.of(), List.of(), 0, 0, Duration.ZERO),
            new VolunteerRules.Asks(0, 0, Duration.ZERO, 0, 0),
            new VolunteerRules.Weights(0, 0, 0, 0, 0, 0, 0, 0),
            new VolunteerRules.Enough(false, 0, 0, ""));

    private Books() {}

    /** Version 1, read from its migration: tests of rules need no database. */
    public static Rules first() {
        String content = content(FIRST).replace("\"hotlines\":", "\"byDifficulty\": {}, \"hotlines\":");
        Book book = JsonMapper.shared().readValue(content, Book.class);
        return new Book(
                        book.groups(),
                        book.flow(),
                        book.calendar(),
                        NO_TIME,
                        DUPLICATES,
                        SILENCE,
                        NOBODY,
                        ALL_BY_LEVELS,
                        NO_FORMS,
                        TWO,
                        NO_VOLUNTEERS,
                        NO_CLAIMS,
                        NO_QUALITY)
                .rules(1, Instant.parse("2025-12-31T16:00:00Z"));
    }

    /** The version in force, read from its migration. */
    public static Rules present() {
        return JsonMapper.shared()
                .readValue(content(PRESENT), Book.class)
                .rules(4, Instant.parse("2026-11-16T16:00:00Z"));
    }

    static String content() {
        return content(PRESENT);
    }

    private static String content(String migration) {
        try {
            return new ClassPathResource(migration)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .split("\\$book\\$", -1)[1];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Rules withFlow(List<FlowTable.Stage> stages, List<FlowTable.Step> steps) {
        Rules first = first();
        return new Rules(
                2,
                first.effectiveFrom(),
                first.groups(),
                new FlowTable(stages, steps),
                first.calendar(),
                NO_TIME,
                DUPLICATES,
                SILENCE,
                NOBODY,
                ALL_BY_LEVELS,
                NO_FORMS,
                TWO,
                NO_VOLUNTEERS,
                NO_CLAIMS,
                NO_QUALITY);
    }

    static Rules withTypes(ProblemType... types) {
        Rules first = first();
        List<TypeGroup> groups = List.of(new TypeGroup("only", "唯一", List.of(types)));
        return new Rules(
                2,
                first.effectiveFrom(),
                groups,
                first.flow(),
                first.calendar(),
                NO_TIME,
                DUPLICATES,
                SILENCE,
                NOBODY,
                ALL_BY_LEVELS,
                NO_FORMS,
                TWO,
                NO_VOLUNTEERS,
                NO_CLAIMS,
                NO_QUALITY);
    }

    static Rules withCalendar(WorkingCalendar calendar) {
        Rules first = first();
        return new Rules(
                2,
                first.effectiveFrom(),
                first.groups(),
                first.flow(),
                calendar,
                NO_TIME,
                DUPLICATES,
                SILENCE,
                NOBODY,
                ALL_BY_LEVELS,
                NO_FORMS,
                TWO,
                NO_VOLUNTEERS,
                NO_CLAIMS,
                NO_QUALITY);
    }

    static Rules withRows(Responsibility.Row... rows) {
        Rules now = present();
        return new Rules(
                now.version(),
                now.effectiveFrom(),
                now.groups(),
                now.flow(),
                now.calendar(),
                now.time(),
                now.duplicates(),
                now.suggestions(),
                new Responsibility(List.of(rows)),
                now.linkage(),
                now.forms(),
                now.approval(),
                NO_VOLUNTEERS,
                now.claims(),
                now.quality());
    }

    static Rules withClaims(ClaimRules claims) {
        Rules now = present();
        return new Rules(
                now.version(),
                now.effectiveFrom(),
                now.groups(),
                now.flow(),
                now.calendar(),
                now.time(),
                now.duplicates(),
                now.suggestions(),
                now.responsibility(),
                now.linkage(),
                now.forms(),
                now.approval(),
                now.volunteers(),
                claims,
                now.quality());
    }

    static Rules withLinkage(LinkageRules linkage) {
        Rules now = present();
        return new Rules(
                now.version(),
                now.effectiveFrom(),
                now.groups(),
                now.flow(),
                now.calendar(),
                now.time(),
                now.duplicates(),
                now.suggestions(),
                now.responsibility(),
                linkage,
                now.forms(),
                now.approval(),
                now.volunteers(),
                now.claims(),
                now.quality());
    }

    /** The same rules with other types of problem. */
    static Rules with(Rules now, List<TypeGroup> groups) {
        return with(now, "groups", groups);
    }

    /** The same rules with another section. */
    public static Rules with(Rules now, String section, Object content) {
        try {
            RecordComponent[] parts = Rules.class.getRecordComponents();
            Object[] values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                values[i] = parts[i].getName().equals(section)
                        ? content
                        : parts[i].getAccessor().invoke(now);
            }
            return (Rules) Rules.class.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static FlowTable.Stage stage(String code, boolean open) {
        return new FlowTable.Stage(code, code, code, open, false);
    }

    static FlowTable.Step step(String from, String name, String to) {
        return new FlowTable.Step(from, name, to, name, Set.of("REVIEWER"));
    }
}
