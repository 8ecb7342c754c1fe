package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Texts;
import io.quanmin.place.Division;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.TypeGroup;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Which of the cases of their desk somebody wants to see.
 *
 * @param values what is asked for, by the name of a condition of this class
 */
record DeskFilter(Map<String, Object> values) {

    static final DeskFilter ALL = new DeskFilter(Map.of());

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern AREA = Pattern.compile("\\d{6,12}");
    /** The id of no unit: what is asked for by an unknown code is nothing. */
    private static final String NOBODY = "";

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MANY = 30;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 50;

    /** What each condition is in SQL, of a {@code casework.case_file file}. */
    private static final Map<String, String> SQL = Map.ofEntries(
            Map.entry("wantedStages", "stage = any (:wantedStages)"),
            Map.entry("wantedTypes", "type = any (:wantedTypes)"),
            Map.entry("wantedArea", "starts_with(area, :wantedArea)"),
            Map.entry("wantedUnit", "unit = :wantedUnit"),
            Map.entry("wantedLevel", "level = :wantedLevel"),
            Map.entry("wantedDifficulty", "difficulty = :wantedDifficulty"),
            Map.entry("wantedMode", "mode = :wantedMode"),
            Map.entry("wantedOpen", "open = :wantedOpen"),
            Map.entry("wantedDanger", "dangerous = :wantedDanger"),
            Map.entry("wantedSupervised", """
                    :wantedSupervised = exists (
                        select from casework.step watched
                        where watched.district = file.district and watched.case_id = file.id and watched.name = 'supervise')
                    """),
            Map.entry("wantedLateAt", "open and due_at <= :wantedLateAt"),
            // All alarms ahead of the end have gone off; the next is at the end itself, or after it.
            Map.entry("wantedSoonAt", "open and due_at > :wantedSoonAt and alarm_at >= due_at"),
            Map.entry("wantedUnscreened", "(open and not shown and screening <> 'PASSED' or file.id = any (:wantedUnscreened))"),
            Map.entry("wantedSince", "reported_at >= :wantedSince"),
            Map.entry("wantedUntil", "reported_at < :wantedUntil"),
            Map.entry("wantedWords", """
                    (number = :wantedWords
                     or (grams @> casework.grams(:wantedWords)
                         and position(casework.plain(:wantedWords)
                             in casework.plain(description || ' ' || address || ' ' || area_name)) > 0))
                    """),
            Map.entry("wantedHand", """
                    exists (
                        select from casework.step touched
                        where touched.district = file.district and touched.case_id = file.id
                        and touched.by_person = :wantedHand)
                    """));

    DeskFilter {
        values = Map.copyOf(values);
    }

    String condition() {
        return values.keySet().stream().sorted().map(SQL::get).reduce("true", (all, each) -> all + " and " + each);
    }

    GenericExecuteSpec bind(GenericExecuteSpec statement) {
        return values.isEmpty() ? statement : statement.bindValues(values);
    }

    /** What was to be done by a moment. */
    static DeskFilter late(Instant at) {
        return new DeskFilter(Map.of("wantedLateAt", at));
    }

    /** What is to be done soon, seen from a moment. */
    static DeskFilter soon(Instant at) {
        return new DeskFilter(Map.of("wantedSoonAt", at));
    }

    /** What has words or pictures that a person must look at; the pictures' cases are known. */
    static DeskFilter unscreened(Set<Id> pictured) {
        return new DeskFilter(Map.of(
                "wantedUnscreened", pictured.stream().map(Id::value).toArray(UUID[]::new)));
    }

    /** Both at once; where both ask for the same thing, the other one counts. */
    DeskFilter and(DeskFilter other) {
        Map<String, Object> both = new LinkedHashMap<>(values);
        both.putAll(other.values);
        return new DeskFilter(both);
    }

    /**
     * As a client asks for it; what is left out does not matter.
     *
     * @param stage codes of stages, any of which
     * @param type code of a type of problem
     * @param group code of a major class
     * @param area code of a division
     * @param unit code of the unit that has it
     * @param level of the city, at which it is handled
     * @param difficulty of solving it
     * @param linkage mode
     * @param state {@code open} or {@code closed}
     * @param danger {@code yes} or {@code no}
     * @param supervised {@code yes} or {@code no}
     * @param late {@code yes} for what is overdue, {@code soon} for what is about to be
     * @param since reported at this moment (UTC) or later
     * @param until reported before this moment (UTC)
     * @param mine {@code yes} for cases the viewer had a hand in
     * @param q words of two characters or more, or a number
     */
    record Asked(
            @Nullable List<String> stage,
            @Nullable String type,
            @Nullable String group,
            @Nullable String area,
            @Nullable String unit,
            @Nullable String level,
            @Nullable String difficulty,
            @Nullable String linkage,
            @Nullable String state,
            @Nullable String danger,
            @Nullable String supervised,
            @Nullable String late,
            @Nullable String since,
            @Nullable String until,
            @Nullable String mine,
            @Nullable String q) {

        /** Fails with {@link InvalidFields} for what cannot be meant. */
        DeskFilter filter(Rules rules, Function<String, Optional<Id>> units, Id viewer, Instant now) {
            Map<String, Object> wanted = new LinkedHashMap<>();
            what(wanted, rules);
            where(wanted, units);
            if (stage != null && !stage.isEmpty()) {
                wanted.put("wantedStages", stages(stage));
            }
            said(level, text -> wanted.put("wantedLevel", named("level", text, Division.Level.values())));
            said(difficulty, text -> wanted.put("wantedDifficulty", named("difficulty", text, ProblemType.Difficulty.values())));
            said(linkage, text -> wanted.put("wantedMode", named("linkage", text, LinkageMode.values())));
            said(state, text -> wanted.put("wantedOpen", either("state", text, "open", "closed")));
            said(danger, text -> wanted.put("wantedDanger", either("danger", text, "yes", "no")));
            said(supervised, text -> wanted.put("wantedSupervised", either("supervised", text, "yes", "no")));
            said(late, text -> wanted.put(either("late", text, "yes", "soon") ? "wantedLateAt" : "wantedSoonAt", now));
            said(since, text -> wanted.put("wantedSince", moment("since", text)));
            said(until, text -> wanted.put("wantedUntil", moment("until", text)));
            said(mine, text -> {
                if (either("mine", text, "yes", "no")) {
                    wanted.put("wantedHand", viewer.toString());
                }
            });
            return new DeskFilter(wanted);
        }

        private void what(Map<String, Object> wanted, Rules rules) {
            said(group, text -> wanted.put("wantedTypes", types(rules, matching("group", text, CODE))));
            said(type, text -> wanted.put("wantedTypes", new String[] {matching("type", text, CODE)}));
            said(q, text -> wanted.put("wantedWords", words(text)));
        }

        private void where(Map<String, Object> wanted, Function<String, Optional<Id>> units) {
            said(area, text -> wanted.put("wantedArea", Scope.prefix(matching("area", text, AREA))));
            said(unit, text -> wanted.put(
                    "wantedUnit",
                    units.apply(matching("unit", text, CODE)).map(Id::toString).orElse(NOBODY)));
        }

        private static void said(@Nullable String text, Consumer<String> then) {
            if (text != null && !text.isBlank()) {
                then.accept(text.strip());
            }
        }

        private static String[] stages(List<String> codes) {
            if (codes.size() > MANY) {
                throw new InvalidFields("stage", "too-many", "一次最多选择 30 个环节");
            }
            return codes.stream().map(code -> matching("stage", code, CODE)).toArray(String[]::new);
        }

        /** Of a group nobody knows there are no types, and so no cases. */
        private static String[] types(Rules rules, String group) {
            return rules.groups().stream()
                    .filter(each -> each.code().equals(group))
                    .map(TypeGroup::types)
                    .flatMap(List::stream)
                    .map(each -> each.code())
                    .toArray(String[]::new);
        }

        private static String words(String text) {
            String clean = Texts.clean(text);
            if (Texts.length(clean) < SHORTEST || Texts.length(clean) > LONGEST) {
                throw new InvalidFields("q", "length", "请输入 2 至 50 个字");
            }
            return clean;
        }

        private static String matching(String field, String text, Pattern pattern) {
            if (!pattern.matcher(text).matches()) {
                throw unknown(field);
            }
            return text;
        }

        private static String named(String field, String text, Enum<?>[] known) {
            return Arrays.stream(known)
                    .map(Enum::name)
                    .filter(name -> name.equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> unknown(field));
        }

        private static boolean either(String field, String text, String yes, String no) {
            if (!text.equals(yes) && !text.equals(no)) {
                throw unknown(field);
            }
            return text.equals(yes);
        }

        private static InvalidFields unknown(String field) {
            return new InvalidFields(field, "unknown", "筛选条件不正确");
        }

        private static Instant moment(String field, String text) {
            try {
                Instant read = Instant.parse(text);
                if (read.isBefore(FIRST) || read.isAfter(LAST)) {
                    throw new DateTimeException("Nothing was reported then");
                }
                return read;
            } catch (DateTimeException notAMoment) {
                throw new InvalidFields(field, "not-a-moment", "时间的写法是 2026-11-23T08:00:00Z");
            }
        }
    }
}
