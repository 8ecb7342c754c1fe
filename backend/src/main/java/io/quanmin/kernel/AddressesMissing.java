package io.quanmin.kernel;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The service was started without the addresses of its stores. */
final class AddressesMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressesMissing(List<String> properties) {
        super(sentence(properties.stream()
                .map(property -> property + " (" + variable(property) + ")")
                .collect(Collectors.joining(", "))));
    }

    private static String sentence(String missing) {
        return "缺少存储服务的地址，请设置 %s。 Quanmin needs the addresses of its stores, please set %s."
                .formatted(missing, missing);
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }
}
