package io.quanmin.notification;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with parameters: <code>{name}</code> is replaced by its value, and a part in <code>[ ]</code> is left out when one of its parameters is missing.
 */
public final class Wording {

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern NAMED = Pattern.compile("\\{([A-Za-z0-9]+)}");

    private Wording() {}

    /** The text with its parameters put in; a missing one outside of an optional part becomes nothing. */
    public static String fill(String text, Map<String, String> parameters) {
        String whole = OPTIONAL.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(complete(part.group(1), parameters) ? part.group(1) : ""));
        return NAMED.matcher(whole)
                .replaceAll(name -> Matcher.quoteReplacement(parameters.getOrDefault(name.group(1), "")));
    }

    private static boolean complete(String part, Map<String, String> parameters) {
        return NAMED.matcher(part)
                .results()
                .noneMatch(name -> parameters.getOrDefault(name.group(1), "").isBlank());
    }
}
