package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Texts;
import io.quanmin.kernel.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a body and gathers every one that breaks a rule, so that a person hears of all at once. */
final class Fields {

    private final List<Violation> violations = new ArrayList<>();

    void refuse(String field, String rule, String message) {
        violations.add(new Violation(field, rule, message));
    }

    /** A text that must be there; empty words after a violation. */
    String words(String field, @Nullable String typed, int most) {
        String text = maybeWords(field, typed, most);
        if (text == null) {
            refuse(field, "required", "请填写");
            return "";
        }
        return text;
    }

    /** A text that may be left out; blank is left out. */
    @Nullable
    String maybeWords(String field, @Nullable String typed, int most) {
        String text = typed == null ? "" : Texts.clean(typed);
        if (Texts.length(text) > most) {
            refuse(field, "too-long", "最多 " + most + " 个字");
        }
        return text.isEmpty() ? null : text;
    }

    /** Up to so many photos, each once. */
    List<Id> photos(String field, @Nullable List<@Nullable String> given, int least, int most) {
        List<@Nullable String> texts = given == null ? List.of() : given;
        if (texts.size() < least) {
            refuse(field, "required", "请至少上传 " + least + " 张照片");
        }
        if (texts.size() > most) {
            refuse(field, "too-many", "最多 " + most + " 张照片");
            return List.of();
        }
        List<Id> ids = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            id(field + "[" + i + "]", texts.get(i)).ifPresent(ids::add);
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            refuse(field, "twice", "同一张照片只能选一次");
        }
        return List.copyOf(ids);
    }

    /** The same photo cannot show before and after. */
    void apart(String field, List<Id> some, List<Id> others) {
        if (!Collections.disjoint(some, others)) {
            refuse(field, "twice", "处置前和处置后须是不同的照片");
        }
    }

    /** A word of a closed list; absent where nothing is said. */
    <E extends Enum<E>> @Nullable E maybeOne(String field, @Nullable String typed, Class<E> words) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    refuse(field, "unknown", "没有这个选项");
                    return null;
                });
    }

    Optional<Id> id(String field, @Nullable String text) {
        Optional<Id> id = text == null ? Optional.empty() : Id.read(text);
        if (id.isEmpty()) {
            refuse(field, "not-an-id", "编号不正确");
        }
        return id;
    }

    /** Fails with all that was gathered. */
    void check() {
        if (!violations.isEmpty()) {
            throw new InvalidFields(violations);
        }
    }
}
