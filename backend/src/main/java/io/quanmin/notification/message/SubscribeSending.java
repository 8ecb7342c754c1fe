package io.quanmin.notification.message;

import io.quanmin.outbox.NotYet;
import io.quanmin.wechat.SendOutcome;
import io.quanmin.wechat.SubscribeMessage;
import io.quanmin.wechat.WeChat;
import io.quanmin.wechat.WeChatAway;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends subscribe messages, at most once each: the intent is written down first, and what became of it is never guessed. */
@Component
final class SubscribeSending {

    /** After WeChat said to come again later: a frequency, or two messages to one person at once. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private static final int REFUSED_OR_USED_UP = 43101;
    private static final int TEMPLATE_BANNED = 43107;

    private final MessageTable messages;
    private final Ledger ledger;
    private final WeChat wechat;
    private final MessageSettings settings;
    private final Clock clock;

    SubscribeSending(MessageTable messages, Ledger ledger, WeChat wechat, MessageSettings settings, Clock clock) {
        this.messages = messages;
        this.ledger = ledger;
        this.wechat = wechat;
        this.settings = settings;
        this.clock = clock;
    }

    /** Nothing happens where the person allowed none. */
    Mono<Void> send(Letter letter, Way.Subscribe to) {
        String template = settings.template(to.stage());
        SubscribeMessage message =
                new SubscribeMessage(to.openid(), template, letter.news().link(), letter.data());
        return ledger.allows(to.openid(), template)
                .filter(allowed -> allowed)
                .flatMap(allowed -> messages.begin(letter.key(), to.openid(), template, clock.instant()))
                .flatMap(begun -> begun ? call(letter.key(), message) : leave(letter.key()));
    }

    /** No connection is held while WeChat is called. */
    private Mono<Void> call(MessageKey key, SubscribeMessage message) {
        return wechat.send(message)
                .onErrorResume(WeChatAway.class, away -> Mono.just(new SendOutcome.Later(0, away.slug())))
                .onErrorResume(failure -> Mono.just(new SendOutcome.Unknown(failure.toString())))
                .flatMap(outcome -> settle(key, outcome));
    }

    private Mono<Void> settle(MessageKey key, SendOutcome outcome) {
        Mono<Void> written = messages.settle(key, settled(outcome), change(outcome), clock.instant());
        return outcome instanceof SendOutcome.Later ? written.then(Mono.error(() -> new NotYet(LATER))) : written;
    }

    private static Settled settled(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Taken taken -> Settled.taken(taken.messageId());
            case SendOutcome.Refused refused -> Settled.because(MessageState.REFUSED, refused.code(), refused.reason());
            case SendOutcome.Later later -> Settled.because(MessageState.LATER, later.code(), later.reason());
            case SendOutcome.Unknown unknown -> Settled.because(MessageState.UNKNOWN, null, unknown.reason());
        };
    }

    /** An unknown one is counted when its result comes, or when WeChat refuses the next. */
    private LedgerChange change(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Taken taken -> settings.longTerm() ? LedgerChange.NONE : LedgerChange.SPEND;
            case SendOutcome.Refused refused when refused.code() == REFUSED_OR_USED_UP -> LedgerChange.EMPTY;
            case SendOutcome.Refused refused when refused.code() == TEMPLATE_BANNED -> LedgerChange.FREEZE;
            default -> LedgerChange.NONE;
        };
    }

    /** Begun before and not settled: this node or another died in between. Whether it went out only WeChat's event can tell. */
    private Mono<Void> leave(MessageKey key) {
        return messages.settle(key, Settled.as(MessageState.UNKNOWN), clock.instant())
                .then();
    }
}
