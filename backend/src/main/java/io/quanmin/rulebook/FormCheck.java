package io.quanmin.rulebook;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether what is asked beside the description can be asked and answered. */
final class FormCheck {

    private static final int MOST = 20;
    private static final int LONGEST = 500;
    private static final int CHOICES = 30;

    private final FormRules forms;
    private final Set<String> types;

    FormCheck(FormRules forms, Set<String> types) {
        this.forms = forms;
        this.types = types;
    }

    Stream<Fault> faults() {
        Set<String> seen = new HashSet<>();
        return forms.forms().stream()
                .flatMap(form -> Stream.concat(
                        of(form, seen).map(words -> fault(form.type(), "", words)).stream(), fields(form)));
    }

    private Optional<String> of(FormRules.OfType form, Set<String> seen) {
        if (!types.contains(form.type())) {
            return Optional.of("附加信息里的问题类型 %s 不在目录中".formatted(form.type()));
        }
        if (form.fields().size() > MOST) {
            return Optional.of("一个类型最多问 %d 项".formatted(MOST));
        }
        return seen.add(form.type()) ? Optional.empty() : Optional.of("同一个问题类型有两份附加信息");
    }

    private static Stream<Fault> fields(FormRules.OfType form) {
        Set<String> seen = new HashSet<>();
        return form.fields().stream()
                .flatMap(field -> field(field, seen)
                        .map(words ->
                                fault(form.type(), "/" + field.code(), "附加信息“%s”：%s".formatted(field.label(), words)))
                        .stream());
    }

    private static Optional<String> field(FormRules.Field field, Set<String> seen) {
        if (!RulesCheck.isCode(field.code()) || field.label().isBlank()) {
            return Optional.of("代码或显示文字不合规");
        }
        if (!seen.add(field.code())) {
            return Optional.of("同一类型里有两项用了这个代码");
        }
        return switch (field.kind()) {
            case CHOICE ->
                field.choices().size() < 2 || field.choices().size() > CHOICES
                        ? Optional.of("单选须有 2 到 %d 个选项".formatted(CHOICES))
                        : Optional.empty();
            case NUMBER -> field.min() >= field.max() ? Optional.of("最小值须小于最大值") : Optional.empty();
            case TEXT ->
                field.length() < 1 || field.length() > LONGEST
                        ? Optional.of("最长字数须在 1 到 %d 之间".formatted(LONGEST))
                        : Optional.empty();
            case YES_NO, DATE -> Optional.empty();
        };
    }

    private static Fault fault(String type, String where, String words) {
        return new Fault("forms/forms/" + type + where, words);
    }
}
