package io.quanmin.wechatsandbox.code;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a code of the mini-program carries. In the picture stands
 * {@code wxa://{appid}/{page}?scene={scene, URL-encoded}&env={release|trial|develop}}.
 *
 * @param page empty for the home page
 */
public record MiniCode(String appid, String page, String scene, String env) {

    private static final String SCHEME = "wxa://";

    public String text() {
        return SCHEME + appid + "/" + page + "?scene=" + encodedScene() + "&env=" + env;
    }

    /** As the page's onLoad gets it, which must decode it. */
    public String encodedScene() {
        return URLEncoder.encode(scene, StandardCharsets.UTF_8);
    }

    /** Empty when the text is not of such a code. */
    public static Optional<MiniCode> parse(String text) {
        int slash = text.indexOf('/', SCHEME.length());
        int question = text.indexOf('?');
        if (!text.startsWith(SCHEME) || slash < 0 || question < slash) {
            return Optional.empty();
        }
        Map<String, String> query = Stream.of(text.substring(question + 1).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? decode(pair[1]) : ""));
        return Optional.of(new MiniCode(
                text.substring(SCHEME.length(), slash),
                text.substring(slash + 1, question),
                query.getOrDefault("scene", ""),
                query.getOrDefault("env", "release")));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
