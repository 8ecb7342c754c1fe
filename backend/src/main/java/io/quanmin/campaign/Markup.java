package io.quanmin.campaign;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Reduces what editors write, or paste from anywhere, to the few elements an article needs. Everything not on the list is
 * gone, with its content where that is not text; no attribute but a secure link stays.
 */
final class Markup {

    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "b", "em", "i", "a")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "https")
            .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer");

    private static final OutputSettings PLAIN =
            new OutputSettings().prettyPrint(false).escapeMode(EscapeMode.base).charset("UTF-8");

    private Markup() {}

    /** Safe to be shown as HTML. */
    static String reduce(String html) {
        return new Cleaner(ALLOWED)
                .clean(Jsoup.parseBodyFragment(html))
                .outputSettings(PLAIN)
                .body()
                .html()
                .strip();
    }

    /** The words alone, for the content check and to see whether there are any. */
    static String words(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }
}
