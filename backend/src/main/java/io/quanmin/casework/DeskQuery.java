package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Role;
import io.quanmin.kernel.Texts;
import io.quanmin.place.Division;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.TypeGroup;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of their desk somebody wants to see, as a client asks for it; what is left out does not matter.
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
 * @param assigned {@code me}, {@code nobody} or a person's id: to whom the unit that has it gave its task
 * @param q words of two characters or more, or a number
 */
record DeskQuery(
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
        @Nullable String assigned,
        @Nullable String q) {

    static final DeskQuery ALL = new DeskQuery(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** How a client calls what it asks for. */
    static final Set<String> NAMES = Arrays.stream(DeskQuery.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern AREA = Pattern.compile("\\d{6,12}");
    /** The id of no unit: what is asked for by an unknown code is nothing. */
    private static final String NOBODY = "";

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MANY = 30;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 50;

    /** As named values; of those but {@code stage} the first counts. */
    static DeskQuery of(Map<String, List<String>> named) {
        Function<String, @Nullable String> one =
                name -> named.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
        return new DeskQuery(
                named.get("stage"),
                one.apply("type"),
                one.apply("group"),
                one.apply("area"),
                one.apply("unit"),
                one.apply("level"),
                one.apply("difficulty"),
                one.apply("linkage"),
                one.apply("state"),
                one.apply("danger"),
                one.apply("supervised"),
                one.apply("late"),
                one.apply("since"),
                one.apply("until"),
                one.apply("mine"),
                one.apply("assigned"),
                one.apply("q"));
    }

    /** The same in clean words, as it can be kept; what says nothing is left out. */
    DeskQuery tidied() {
        return new DeskQuery(
                stage == null
                        ? null
                        : stage.stream()
                                .filter(Objects::nonNull)
                                .map(DeskQuery::tidy)
                                .filter(code -> !code.isEmpty())
                                .toList(),
                maybe(type),
                maybe(group),
                maybe(area),
                maybe(unit),
                maybe(level),
                maybe(difficulty),
                maybe(linkage),
                maybe(state),
                maybe(danger),
                maybe(supervised),
                maybe(late),
                maybe(since),
                maybe(until),
                maybe(mine),
                maybe(assigned),
                maybe(q));
    }

    private static @Nullable String maybe(@Nullable String text) {
        String clean = text == null ? "" : tidy(text);
        return clean.isEmpty() ? null : clean;
    }

    private static String tidy(String text) {
        return Texts.clean(text);
    }

    /** Fails with {@link InvalidFields} for what cannot be meant. */
    DeskFilter filter(Rules rules, Function<String, Optional<Id>> units, Actor viewer, Instant now) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        what(wanted, rules);
        where(wanted, units);
        if (stage != null && !stage.isEmpty()) {
            wanted.put("wantedStages", stages(stage));
        }
        said(level, text -> wanted.put("wantedLevel", named("level", text, Division.Level.values())));
        said(
                difficulty,
                text -> wanted.put("wantedDifficulty", named("difficulty", text, ProblemType.Difficulty.values())));
        said(linkage, text -> wanted.put("wantedMode", named("linkage", text, LinkageMode.values())));
        said(state, text -> wanted.put("wantedOpen", either("state", text, "open", "closed")));
        said(danger, text -> wanted.put("wantedDanger", either("danger", text, "yes", "no")));
        said(supervised, text -> wanted.put("wantedSupervised", either("supervised", text, "yes", "no")));
        said(late, text -> wanted.put(either("late", text, "yes", "soon") ? "wantedLateAt" : "wantedSoonAt", now));
        said(since, text -> wanted.put("wantedSince", moment("since", text)));
        said(until, text -> wanted.put("wantedUntil", moment("until", text)));
        said(mine, text -> {
            if (either("mine", text, "yes", "no")) {
                wanted.put("wantedHand", viewer.person().toString());
            }
        });
        said(assigned, text -> hand(wanted, text, viewer));
        return new DeskFilter(wanted);
    }

    /** Who serves in a unit asks for tasks of that unit, others for those of the unit that has the case. */
    private static void hand(Map<String, Object> wanted, String text, Actor viewer) {
        boolean ofUnit = viewer.is(Role.OFFICER, Role.LEADER) && viewer.unit() != null;
        switch (text) {
            case "me" -> wanted.put("wantedAssignee", viewer.person().toString());
            case "nobody" -> wanted.put("wantedUnassigned", ofUnit ? String.valueOf(viewer.unit()) : NOBODY);
            default ->
                wanted.put("wantedAssignee", Id.read(text).map(Id::toString).orElseThrow(() -> unknown("assigned")));
        }
    }

    private void what(Map<String, Object> wanted, Rules rules) {
        said(group, text -> wanted.put("wantedTypes", types(rules, matching("group", text, CODE))));
        said(type, text -> wanted.put("wantedTypes", new String[] {matching("type", text, CODE)}));
        said(q, text -> wanted.put("wantedWords", words(text)));
    }

    private void where(Map<String, Object> wanted, Function<String, Optional<Id>> units) {
        said(area, text -> wanted.put("wantedArea", Scope.prefix(matching("area", text, AREA))));
        said(
                unit,
                text -> wanted.put(
                        "wantedUnit",
                        units.apply(matching("unit", text, CODE))
                                .map(Id::toString)
                                .orElse(NOBODY)));
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
