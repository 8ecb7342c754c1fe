package io.quanmin.rulebook;

import io.quanmin.kernel.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked beside the description, by type of problem.
 *
 * @param forms at most one for each type
 */
public record FormRules(List<OfType> forms) {

    public FormRules {
        forms = List.copyOf(forms);
    }

    /** What is asked about a type, in the order people see; nothing for most. */
    public List<Field> fields(String type) {
        return forms.stream()
                .filter(form -> form.type().equals(type))
                .map(OfType::fields)
                .findFirst()
                .orElse(List.of());
    }

    /** The questions about a type. */
    public record OfType(String type, List<Field> fields) {

        public OfType {
            fields = List.copyOf(fields);
        }
    }

    /** How a question is answered. */
    public enum Kind {
        TEXT,
        NUMBER,
        CHOICE,
        YES_NO,
        DATE
    }

    /**
     * A question.
     *
     * @param code stable, such as {@code lamp-number}
     * @param help a hint beneath it; may be empty
     * @param choices to choose from, by code; empty unless it is a choice
     * @param min of a number
     * @param max of a number
     * @param length characters at most, of a text
     * @param publicly whether everybody sees the answer, not only staff and the reporter
     */
    public record Field(
            String code,
            String label,
            Kind kind,
            boolean required,
            String help,
            Map<String, String> choices,
            long min,
            long max,
            int length,
            boolean publicly) {

        public Field {
            choices = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(choices));
        }

        /** What is wrong with an answer, for whoever typed it; empty when it may stand. */
        public Optional<String> refusal(String answer) {
            return switch (kind) {
                case TEXT -> Texts.length(answer) <= length ? Optional.empty() : Optional.of("最多 " + length + " 个字");
                case NUMBER -> number(answer) ? Optional.empty() : Optional.of("请填写 " + min + " 到 " + max + " 之间的数字");
                case CHOICE -> choices.containsKey(answer) ? Optional.empty() : Optional.of("请从选项中选择");
                case YES_NO -> "yes".equals(answer) || "no".equals(answer) ? Optional.empty() : Optional.of("请选择是或否");
                case DATE -> date(answer) ? Optional.empty() : Optional.of("请填写日期，例如 2026-11-24");
            };
        }

        private boolean number(String answer) {
            if (!answer.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
                return false;
            }
            BigDecimal given = new BigDecimal(answer);
            return given.compareTo(BigDecimal.valueOf(min)) >= 0 && given.compareTo(BigDecimal.valueOf(max)) <= 0;
        }

        private static boolean date(String answer) {
            try {
                return LocalDate.parse(answer).getYear() > 1900 && answer.length() == 10;
            } catch (DateTimeParseException notADay) {
                return false;
            }
        }

        /** The answer as people read it. */
        public String words(String answer) {
            return switch (kind) {
                case CHOICE -> choices.getOrDefault(answer, answer);
                case YES_NO -> "yes".equals(answer) ? "是" : "否";
                case TEXT, NUMBER, DATE -> answer;
            };
        }
    }
}
