package io.quanmin.casework;

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

/** Has citizens' words judged before anything is written; whoever cannot be asked in time does not hold a report up. */
@Component
class WordScreening {

    private static final Logger LOG = LoggerFactory.getLogger(WordScreening.class);
    private static final TextVerdict NONE = new TextVerdict(Suggestion.UNSCREENED, 0);

    private final WeChat wechat;
    private final CaseworkSettings settings;

    WordScreening(WeChat wechat, CaseworkSettings settings) {
        this.wechat = wechat;
        this.settings = settings;
    }

    /** Fails with {@link TextNotFit} when the words are refused. */
    Mono<Screening> judge(Actor writer, String words) {
        return verdict(writer, words)
                .map(TextVerdict::suggestion)
                .flatMap(suggestion -> suggestion == Suggestion.RISKY
                        ? Mono.error(new TextNotFit())
                        : Mono.just(Screening.of(suggestion)));
    }

    private Mono<TextVerdict> verdict(Actor writer, String words) {
        String openid = writer.openid();
        return openid == null
                ? Mono.just(NONE)
                : wechat.screen(new TextToScreen(openid, TextToScreen.Scene.FORUM, words))
                        .timeout(settings.screeningDeadline())
                        .doOnError(failure -> LOG.warn("Words could not be screened: {}", failure.toString()))
                        .onErrorReturn(NONE)
                        .defaultIfEmpty(NONE);
    }
}
