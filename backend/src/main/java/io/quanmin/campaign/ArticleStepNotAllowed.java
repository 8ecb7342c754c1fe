package io.quanmin.campaign;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Only drafts are published, only published articles withdrawn, and what is published is not rewritten under its readers. */
final class ArticleStepNotAllowed extends Problem.NotAllowed {

    ArticleStepNotAllowed(Article.State state) {
        super("article-step-not-allowed", Map.of("state", state));
    }
}
