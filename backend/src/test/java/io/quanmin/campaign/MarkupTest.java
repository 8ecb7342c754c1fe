package io.quanmin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkupTest {

    @Test
    void whatAnArticleNeedsStays() {
        String article = "<h2>标题</h2><p>一<br><strong>二</strong></p><ul><li>三</li></ul><blockquote>四</blockquote>";

        assertThat(Markup.reduce(article)).isEqualTo(article);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>好<script>alert(1)</script></p>",
                "<p onclick=\"alert(1)\" style=\"position:fixed\">好</p>",
                "<p>好<img src=x onerror=alert(1)></p>",
                "<p>好<iframe src=\"https://evil.example\"></iframe></p>",
                "<p>好<svg><style><img src=x onerror=alert(1)></style></svg></p>",
                "<p>好<!-- <img src=x onerror=alert(1)> --></p>",
                "<math><mtext></mtext></math><p>好</p>",
                "<p>好<style>body{display:none}</style></p>"
            })
    void whatCouldActOrHideIsGone(String hostile) {
        assertThat(Markup.reduce(hostile)).isEqualTo("<p>好</p>");
    }

    @Test
    void onlySecureLinksStayAndTellNobodyWhereTheReaderCameFrom() {
        assertThat(Markup.reduce("<a href=\"https://example.org\" target=\"_top\">看</a>"))
                .contains("href=\"https://example.org\"", "noreferrer")
                .doesNotContain("target");
        assertThat(Markup.reduce("<a href=\"javascript:alert(1)\">看</a>")).doesNotContain("javascript");
        assertThat(Markup.reduce("<a href=\"java\tscript:alert(1)\">看</a>")).doesNotContain("href");
        assertThat(Markup.reduce("<a href=\"http://example.org\">看</a>")).doesNotContain("href");
    }

    @Test
    void whatIsReducedOnceIsNotChangedAgain() {
        String once = Markup.reduce("<div><p>a &amp; b &lt;script&gt;</p><b>c</div>");

        assertThat(Markup.reduce(once)).isEqualTo(once);
    }
}
