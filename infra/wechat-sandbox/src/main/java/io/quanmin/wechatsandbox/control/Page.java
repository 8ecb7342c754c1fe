package io.quanmin.wechatsandbox.control;

import io.quanmin.wechatsandbox.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The files of the page, out of the jar. */
final class Page {

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "page.css", "text/css; charset=utf-8",
            "page.js", SCRIPT,
            "api.js", SCRIPT,
            "html.js", SCRIPT,
            "phone.js", SCRIPT,
            "desk.js", SCRIPT);

    Answer answer(String path) {
        String name = path.equals("/") ? "index.html" : path.replaceFirst("^/sandbox/", "");
        String type = TYPES.get(name);
        return type == null ? Answer.plain(404, "text/plain", "Not found") : new Answer(200, type, read(name));
    }

    private static byte[] read(String name) {
        try (InputStream file = Page.class.getResourceAsStream("/io/quanmin/wechatsandbox/page/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The page's file " + name + " is missing from the jar");
            }
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
