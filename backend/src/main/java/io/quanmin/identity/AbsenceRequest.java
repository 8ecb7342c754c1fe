package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An absence as it comes.
 *
 * @param staff id of who is away; absent for oneself
 * @param substitute id of who stands in
 * @param from a moment, as {@code until}
 */
record AbsenceRequest(
        @Nullable String staff,
        @Nullable String substitute,
        @Nullable String from,
        @Nullable String until) {

    private static final Duration LONGEST = Duration.ofDays(366);

    /** Fails with {@link InvalidFields}. */
    Known read(Instant now) {
        List<Violation> wrong = new ArrayList<>();
        Optional<Id> away = staff == null ? Optional.empty() : id("staff", staff, wrong);
        Optional<Id> standIn = id("substitute", substitute, wrong);
        Instant begins = moment("from", from, wrong);
        Instant ends = moment("until", until, wrong);
        if (wrong.isEmpty() && (!ends.isAfter(begins) || !ends.isAfter(now) || ends.isAfter(begins.plus(LONGEST)))) {
            wrong.add(new Violation("until", "out-of-range", "结束时间须在开始之后、现在之后，最长一年"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidFields(wrong);
        }
        return new Known(away.orElse(null), standIn.orElseThrow(), begins, ends);
    }

    private static Optional<Id> id(String field, @Nullable String text, List<Violation> wrong) {
        Optional<Id> id = text == null ? Optional.empty() : Id.read(text);
        if (id.isEmpty()) {
            wrong.add(new Violation(field, "not-an-id", "请选择一位同事"));
        }
        return id;
    }

    private static Instant moment(String field, @Nullable String text, List<Violation> wrong) {
        try {
            Instant moment = Instant.parse(text == null ? "" : text);
            if (moment.isAfter(Instant.parse("2000-01-01T00:00:00Z"))
                    && moment.isBefore(Instant.parse("2200-01-01T00:00:00Z"))) {
                return moment;
            }
        } catch (DateTimeParseException notAMoment) {
            // told below, as one that nobody lives to see
        }
        wrong.add(new Violation(field, "not-a-time", "请选择时间"));
        return Instant.EPOCH;
    }

    /** @param staff absent for oneself */
    record Known(@Nullable Id staff, Id substitute, Instant from, Instant until) {}
}
