package io.quanmin.kernel;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service was started without the addresses of its stores, or without the keys it encrypts with. */
final class AddressesMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressesMissing(List<String> stores, List<String> keys) {
        super(Stream.of(
                        sentence("缺少存储服务的地址，请设置 %s。 Quanmin needs the addresses of its stores, please set %s.", stores),
                        sentence("手机号须加密保存，请设置 %s。 Quanmin keeps phone numbers encrypted, please set %s.", keys))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" ")));
    }

    private static String sentence(String words, List<String> missing) {
        String names = missing.stream()
                .map(property -> property + " (" + variable(property) + ")")
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? "" : words.formatted(names, names);
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }
}
