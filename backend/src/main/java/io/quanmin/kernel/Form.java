package io.quanmin.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a body and gathers every one that breaks a rule, so that a person hears of all at once. */
public final class Form {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final List<Violation> violations = new ArrayList<>();

    public void refuse(String field, String rule, String message) {
        violations.add(new Violation(field, rule, message));
    }

    /** A text that must be there; empty words after a violation. */
    public String words(String field, @Nullable String typed, int most) {
        String text = maybeWords(field, typed, most);
        if (text == null) {
            refuse(field, "required", "请填写");
            return "";
        }
        return text;
    }

    /** A text that may be left out; blank is left out. */
    public @Nullable String maybeWords(String field, @Nullable String typed, int most) {
        String text = typed == null ? "" : Texts.clean(typed);
        if (Texts.length(text) > most) {
            refuse(field, "too-long", "最多 " + most + " 个字");
            return "";
        }
        return text.isEmpty() ? null : text;
    }

    public Optional<Id> id(String field, @Nullable String text) {
        Optional<Id> id = text == null ? Optional.empty() : Id.read(text);
        if (id.isEmpty()) {
            refuse(field, "not-an-id", "编号不正确");
        }
        return id;
    }

    /** A day such as {@code 2026-11-24}; absent where none is given. */
    public @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // said below, as for a day out of bounds
        }
        refuse(field, "not-a-day", "请填写日期，例如 2026-11-24");
        return null;
    }

    /** A version somebody looked at, which must be there. */
    public long version(@Nullable Long version) {
        if (version == null) {
            refuse("version", "required", "请带上您看到的版本");
            return 0;
        }
        return version;
    }

    /** Fails with all that was gathered. */
    public void check() {
        if (!violations.isEmpty()) {
            throw new InvalidFields(violations);
        }
    }
}
