package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Which of the cases of their desk somebody wants to see.
 *
 * @param values what is asked for, by the name of a condition of this class
 */
record DeskFilter(Map<String, Object> values) {

    static final DeskFilter ALL = new DeskFilter(Map.of());

    /**
     * What each condition is in SQL, of a {@code casework.case_file file}. Where {@code offset 0} stands, what was found once is
     * looked up row by row: otherwise who asks for what hardly any case is would have each case's history read.
     */
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
                    :wantedSupervised = ((file.district, file.id) in (
                        select watched.district, watched.case_id from casework.step watched
                        where watched.name = 'supervise' offset 0))
                    """),
            Map.entry("wantedLateAt", "open and due_at <= :wantedLateAt"),
            // All alarms ahead of the end have gone off; the next is at the end itself, or after it.
            Map.entry("wantedSoonAt", "open and due_at > :wantedSoonAt and alarm_at >= due_at"),
            Map.entry(
                    "wantedUnscreened",
                    "(open and not shown and screening <> 'PASSED' or file.id = any (:wantedUnscreened))"),
            Map.entry("wantedSince", "reported_at >= :wantedSince"),
            Map.entry("wantedUntil", "reported_at < :wantedUntil"),
            Map.entry("wantedWords", """
                    (number = :wantedWords
                     or (grams @> casework.grams(:wantedWords)
                         and position(casework.plain(:wantedWords)
                             in casework.plain(description || ' ' || address || ' ' || area_name)) > 0))
                    """),
            Map.entry("wantedHand", """
                    (file.district, file.id) in (
                        select touched.district, touched.case_id from casework.step touched
                        where touched.by_person = :wantedHand offset 0)
                    """),
            Map.entry("wantedAssignee", """
                    exists (
                        select from casework.assignment given
                        where given.district = file.district and given.case_id = file.id
                        and given.person = :wantedAssignee and given.ended_at is null)
                    """),
            Map.entry("wantedUnassigned", """
                    not exists (
                        select from casework.assignment given
                        where given.district = file.district and given.case_id = file.id and given.ended_at is null
                        and given.unit = case when :wantedUnassigned = '' then file.unit else :wantedUnassigned end)
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
        return new DeskFilter(
                Map.of("wantedUnscreened", pictured.stream().map(Id::value).toArray(UUID[]::new)));
    }

    /** Both at once; where both ask for the same thing, the other one counts. */
    DeskFilter and(DeskFilter other) {
        Map<String, Object> both = new LinkedHashMap<>(values);
        both.putAll(other.values);
        return new DeskFilter(both);
    }
}
