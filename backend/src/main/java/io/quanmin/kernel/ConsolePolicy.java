package io.quanmin.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What the pages of the console may load and whom they may ask (Content Security Policy level 3): their own files and the API;
 * pictures also from where photos lie and from the tiles of a map, where the city has set one up. No script but a file of
 * their own runs, whatever somebody wrote into a report.
 */
@Component
class ConsolePolicy {

    /** A style attribute moves the slider and sizes a bar; it runs nothing. */
    private static final String STYLES = "style-src 'self' 'unsafe-inline'";

    private static final Pattern ADDRESS = Pattern.compile("(?<scheme>https?://)(?<host>[\\w.:{}-]+)(?:/.*)?");

    private final String directives;

    ConsolePolicy(Environment environment) {
        String pictures = Stream.of("quanmin.media.public-endpoint", "quanmin.console.map.tiles")
                .flatMap(name -> Stream.ofNullable(environment.getProperty(name)))
                .filter(address -> !address.isBlank())
                .map(ConsolePolicy::origin)
                .distinct()
                .map(" "::concat)
                .collect(Collectors.joining("", "img-src 'self' data: blob:", ""));
        directives = String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                STYLES,
                pictures,
                "font-src 'self'",
                "connect-src 'self'",
                "worker-src 'self'",
                "frame-ancestors 'none'",
                "base-uri 'self'",
                "object-src 'none'",
                "form-action 'self'");
    }

    // A template of tiles may name several hosts of one domain, t{s}.tiles.example: then all hosts of that domain are
    // allowed.
    private static String origin(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not an address of pictures: " + address);
        }
        return parts.group("scheme") + parts.group("host").replaceFirst("^[^.]*\\{s}[^.]*\\.", "*.");
    }

    String directives() {
        return directives;
    }
}
