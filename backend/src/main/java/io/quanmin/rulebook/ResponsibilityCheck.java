package io.quanmin.rulebook;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether it is clear who is responsible. */
final class ResponsibilityCheck {

    private static final Pattern AREA = Pattern.compile("\\*|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    private final Responsibility responsibility;
    private final Set<String> types;

    ResponsibilityCheck(Responsibility responsibility, Set<String> types) {
        this.responsibility = responsibility;
        this.types = types;
    }

    Stream<Fault> faults() {
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, responsibility.rows().size())
                .boxed()
                .flatMap(place -> fault(responsibility.rows().get(place), seen)
                        .map(words -> new Fault("responsibility/rows/" + place, words))
                        .stream());
    }

    private Optional<String> fault(Responsibility.Row row, Set<String> seen) {
        if (row.namesType() && !types.contains(row.type())) {
            return Optional.of("责任分工里的问题类型 %s 不在目录中".formatted(row.type()));
        }
        if (!AREA.matcher(row.area()).matches()) {
            return Optional.of("责任分工里的区域 %s 不是区划代码".formatted(row.area()));
        }
        if (!RulesCheck.isCode(row.unit())) {
            return Optional.of("责任分工里的单位代码 %s 不合规".formatted(row.unit()));
        }
        return seen.add(row.key()) ? Optional.empty() : Optional.of("责任分工里有两行的类型、区域和层级相同，分不清谁负责");
    }
}
