package io.quanmin.kernel;

import java.util.List;
import java.util.Locale;
import org.springframework.web.server.ServerWebExchange;

/** What people are spoken to in. */
final class Language {

    private Language() {}

    /** Chinese unless English is what the person asked for first; never what the machine happens to speak. */
    static Locale of(ServerWebExchange exchange) {
        try {
            List<Locale> wanted = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
            return !wanted.isEmpty() && "en".equals(wanted.getFirst().getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
        } catch (IllegalArgumentException malformed) {
            return Locale.CHINESE;
        }
    }
}
