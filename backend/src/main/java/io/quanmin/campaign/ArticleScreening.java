package io.quanmin.campaign;

import io.quanmin.campaign.Article.Screening;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.TextNotFit;
import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.TextToScreen;
import io.quanmin.wechat.TextVerdict;
import io.quanmin.wechat.WeChat;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has an article's words judged; who writes at the desk has no openid to be judged under, and answers for the words. */
@Component
class ArticleScreening {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleScreening.class);

    /** WeChat takes 2,500 characters at once. */
    private static final int PIECE = 2_400;

    private static final int AT_ONCE = 3;

    private final WeChat wechat;
    private final CampaignSettings settings;

    ArticleScreening(WeChat wechat, CampaignSettings settings) {
        this.wechat = wechat;
        this.settings = settings;
    }

    /** Fails with {@link TextNotFit} when any part is refused. */
    Mono<Screening> judge(Actor editor, Article.Text text) {
        String openid = editor.openid();
        return openid == null ? Mono.just(Screening.UNSCREENED) : judge(openid, pieces(text));
    }

    private Mono<Screening> judge(String openid, List<String> pieces) {
        return Flux.fromIterable(pieces)
                .flatMap(piece -> wechat.screen(new TextToScreen(openid, TextToScreen.Scene.FORUM, piece)), AT_ONCE)
                .map(TextVerdict::suggestion)
                .collectList()
                .timeout(settings.screeningDeadline())
                .doOnError(failure -> LOG.warn("An article could not be screened: {}", failure.toString()))
                .onErrorReturn(List.of(Suggestion.UNSCREENED))
                .flatMap(ArticleScreening::worst);
    }

    private static Mono<Screening> worst(List<Suggestion> suggestions) {
        if (suggestions.contains(Suggestion.RISKY)) {
            return Mono.error(new TextNotFit());
        }
        if (suggestions.contains(Suggestion.REVIEW)) {
            return Mono.just(Screening.DOUBTFUL);
        }
        boolean known = !suggestions.isEmpty() && !suggestions.contains(Suggestion.UNSCREENED);
        return Mono.just(known ? Screening.PASSED : Screening.UNSCREENED);
    }

    private static List<String> pieces(Article.Text text) {
        String words = text.title() + "\n" + text.summary() + "\n" + Markup.words(text.body());
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < words.length(); ) {
            int to = Math.min(words.length(), from + PIECE);
            // never between the two halves of a character
            to -= to < words.length() && Character.isHighSurrogate(words.charAt(to - 1)) ? 1 : 0;
            pieces.add(words.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
