package io.quanmin.casework;

import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Violation;
import io.quanmin.rulebook.FormRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter answered beside the description.
 *
 * @param given by code of the question, in order; what was left blank is left out
 */
record FormAnswers(Map<String, String> given) {

    private static final int MOST = 20;
    private static final int LONGEST = 500;

    FormAnswers {
        given = java.util.Collections.unmodifiableMap(new TreeMap<>(given));
    }

    /** Texts are cleaned; whether they answer anything is known once the rules are. */
    static FormAnswers read(@Nullable Map<String, @Nullable String> typed, Fields fields) {
        Map<String, String> given = new TreeMap<>();
        if (typed == null) {
            return new FormAnswers(given);
        }
        if (typed.size() > MOST) {
            fields.refuse("answers", "too-many", "最多 " + MOST + " 项");
            return new FormAnswers(given);
        }
        typed.forEach((code, answer) -> {
            String text = fields.maybeWords("answers." + shown(code), answer, LONGEST);
            if (text != null) {
                given.put(code, text);
            }
        });
        return new FormAnswers(given);
    }

    /** Fails with {@link InvalidFields} at {@code answers.<code>} for all that do not answer what is asked. */
    void check(List<FormRules.Field> asked) {
        List<Violation> violations = new ArrayList<>();
        asked.forEach(field -> check(field, violations));
        given.keySet().stream()
                .filter(code -> asked.stream().noneMatch(field -> field.code().equals(code)))
                .forEach(code -> violations.add(new Violation("answers." + shown(code), "unknown", "这个问题类型没有这一项")));
        if (!violations.isEmpty()) {
            throw new InvalidFields(violations);
        }
    }

    private void check(FormRules.Field field, List<Violation> violations) {
        String answer = given.get(field.code());
        String where = "answers." + field.code();
        if (answer == null && field.required()) {
            violations.add(new Violation(where, "required", "请填写“" + field.label() + "”"));
        } else if (answer != null) {
            field.refusal(answer).ifPresent(words -> violations.add(new Violation(where, "unfit", words)));
        }
    }

    private static String shown(String code) {
        return code.length() > 40 ? code.substring(0, 40) : code;
    }

    /**
     * An answer as people read it.
     *
     * @param value in words
     */
    record Answered(String code, String label, String value) {}
}
