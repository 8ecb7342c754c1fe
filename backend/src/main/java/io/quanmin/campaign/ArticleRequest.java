package io.quanmin.campaign;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Texts;
import io.quanmin.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of an article as it comes.
 *
 * @param body HTML; what is not allowed is taken out
 * @param cover id of a photo
 * @param version the version the editor looked at, where one is changed
 */
record ArticleRequest(
        @Nullable String title,
        @Nullable String summary,
        @Nullable String body,
        @Nullable String cover,
        @Nullable Long version) {

    private static final int TITLE = 60;
    private static final int SUMMARY = 200;
    private static final int BODY = 20_000;

    /** Reads it; fails with {@link InvalidFields} that name all that is wrong. */
    Article.Text read() {
        List<Violation> violations = new ArrayList<>();
        String cleanTitle = words("title", title, TITLE, violations);
        String cleanSummary = words("summary", summary, SUMMARY, violations);
        String typed = words("body", body, BODY, violations);
        Article.Text text = new Article.Text(cleanTitle, cleanSummary, reduced(typed, violations), cover(violations));
        if (!violations.isEmpty()) {
            throw new InvalidFields(violations);
        }
        return text;
    }

    /** The version, which must be there when one is changed. */
    long known() {
        if (version == null) {
            throw new InvalidFields("version", "required", "请带上文章的版本");
        }
        return version;
    }

    private static String words(String field, @Nullable String typed, int most, List<Violation> violations) {
        String text = typed == null ? "" : Texts.clean(typed);
        if (text.isEmpty()) {
            violations.add(new Violation(field, "required", "请填写"));
        } else if (Texts.length(text) > most) {
            violations.add(new Violation(field, "too-long", "最多 " + most + " 个字"));
            return "";
        }
        return text;
    }

    private static String reduced(String typed, List<Violation> violations) {
        String html = Markup.reduce(typed);
        if (!typed.isEmpty() && Markup.words(html).isBlank()) {
            violations.add(new Violation("body", "required", "正文没有可以发布的文字"));
        }
        return html;
    }

    private @Nullable Id cover(List<Violation> violations) {
        if (cover == null) {
            return null;
        }
        Optional<Id> id = Id.read(cover);
        if (id.isEmpty()) {
            violations.add(new Violation("cover", "not-an-id", "编号不正确"));
        }
        return id.orElse(null);
    }
}
