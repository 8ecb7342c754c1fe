package io.quanmin.casework;

import io.quanmin.kernel.InvalidFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Which of the shown cases somebody wants to see.
 *
 * @param conditions in SQL, each of this class, and what they compare with, by parameter
 */
record CaseFilter(Map<String, Object> conditions) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern AREA = Pattern.compile("\\d{6,12}");

    private static final Map<String, String> SQL = Map.of(
            "filterType", "type = :filterType",
            "filterOpen", "open = :filterOpen",
            "filterArea", "starts_with(area, :filterArea)",
            "filterSince", "reported_at >= :filterSince",
            "filterUntil", "reported_at < :filterUntil");

    String condition() {
        return conditions.keySet().stream().map(SQL::get).reduce("true", (all, each) -> all + " and " + each);
    }

    GenericExecuteSpec bind(GenericExecuteSpec statement) {
        return conditions.isEmpty() ? statement : statement.bindValues(conditions);
    }

    /**
     * As a client asks for it; what is left out does not matter.
     *
     * @param type code of a type of problem
     * @param state {@code open} or {@code closed}
     * @param area code of a division
     * @param since reported at this moment (UTC) or later
     * @param until reported before this moment (UTC)
     */
    record Asked(
            @Nullable String type,
            @Nullable String state,
            @Nullable String area,
            @Nullable String since,
            @Nullable String until) {

        /** Fails with {@link InvalidFields} for what cannot be meant. */
        CaseFilter filter() {
            Map<String, Object> conditions = new LinkedHashMap<>();
            if (said(type)) {
                conditions.put("filterType", matching("type", type, CODE));
            }
            if (said(state)) {
                conditions.put(
                        "filterOpen",
                        matching("state", state, Pattern.compile("open|closed")).equals("open"));
            }
            if (said(area)) {
                String code = matching("area", area, AREA);
                conditions.put("filterArea", Scope.prefix(code));
            }
            if (said(since)) {
                conditions.put("filterSince", moment("since", since));
            }
            if (said(until)) {
                conditions.put("filterUntil", moment("until", until));
            }
            return new CaseFilter(conditions);
        }

        private static boolean said(@Nullable String text) {
            return text != null && !text.isBlank();
        }

        private static String matching(String field, @Nullable String text, Pattern pattern) {
            if (text == null || !pattern.matcher(text).matches()) {
                throw new InvalidFields(field, "unknown", "筛选条件不正确");
            }
            return text;
        }

        private static Instant moment(String field, @Nullable String text) {
            try {
                return Instant.parse(String.valueOf(text));
            } catch (DateTimeException notAMoment) {
                throw new InvalidFields(field, "not-a-moment", "时间的写法是 2026-11-23T08:00:00Z");
            }
        }
    }
}
