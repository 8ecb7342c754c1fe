package io.quanmin.campaign;

import io.quanmin.campaign.Article.Screening;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.TextNotFit;
import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.TextToScreen;
import io.quanmin.wechat.TextVerdict;
import io.quanmin.wechat.WeChat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Has an article's words judged; who writes at the desk has no openid to be judged under, so that somebody else must read the
 * words before everybody does.
 */
@Component
class ArticleScreening {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleScreening.class);

    private final WeChat wechat;
    private final CampaignSettings settings;

    ArticleScreening(WeChat wechat, CampaignSettings settings) {
        this.wechat = wechat;
        this.settings = settings;
    }

    /** Fails with {@link TextNotFit} when they are refused. */
    Mono<Screening> judge(Actor editor, Article.Text text) {
        String openid = editor.openid();
        return openid == null ? Mono.just(Screening.UNSCREENED) : judge(openid, words(text));
    }

    private Mono<Screening> judge(String openid, String words) {
        return wechat.screen(new TextToScreen(openid, TextToScreen.Scene.FORUM, words))
                .map(TextVerdict::suggestion)
                .timeout(settings.screeningDeadline())
                .doOnError(failure -> LOG.warn("An article could not be screened: {}", failure.toString()))
                .onErrorReturn(Suggestion.UNSCREENED)
                .flatMap(ArticleScreening::read);
    }

    private static Mono<Screening> read(Suggestion suggestion) {
        return switch (suggestion) {
            case PASS -> Mono.just(Screening.PASSED);
            case UNSCREENED -> Mono.just(Screening.UNSCREENED);
            case REVIEW -> Mono.just(Screening.DOUBTFUL);
            case RISKY -> Mono.error(new TextNotFit());
        };
    }

    private static String words(Article.Text text) {
        return text.title() + "\n" + text.summary() + "\n" + Markup.words(text.body());
    }
}
