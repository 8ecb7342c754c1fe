package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.TextToScreen;
import io.quanmin.wechat.TextVerdict;
import io.quanmin.wechat.WeChat;
import io.quanmin.wechat.WeChatAway;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives a person the nickname they ask for. */
@Component
final class Renaming {

    private final RateLimits limits;
    private final WeChat wechat;
    private final Citizens citizens;

    Renaming(RateLimits limits, WeChat wechat, Citizens citizens) {
        this.limits = limits;
        this.wechat = wechat;
        this.citizens = citizens;
    }

    /**
     * Fails with {@link NicknameRefused} when the check says no. What cannot be checked now is taken: a nickname is shown to its
     * owner and to staff only.
     */
    Mono<Void> rename(Actor actor, String name) {
        return limits.take(RateLimits.Kind.WECHAT, actor.person().toString())
                .then(Mono.defer(() -> verdict(actor, name)))
                .filter(suggestion -> suggestion == Suggestion.RISKY)
                .flatMap(risky -> Mono.<Void>error(new NicknameRefused()))
                .then(Mono.defer(() -> citizens.rename(actor.person(), name)));
    }

    private Mono<Suggestion> verdict(Actor actor, String name) {
        if (actor.openid() == null) {
            return Mono.just(Suggestion.UNSCREENED);
        }
        return wechat.screen(new TextToScreen(actor.openid(), TextToScreen.Scene.PROFILE, name))
                .map(TextVerdict::suggestion)
                .onErrorReturn(WeChatAway.class, Suggestion.UNSCREENED);
    }
}
