package io.quanmin.notification.message;

import io.quanmin.outbox.NotYet;
import io.quanmin.outbox.Outbox;
import io.quanmin.wechat.SendOutcome;
import io.quanmin.wechat.TemplateMessage;
import io.quanmin.wechat.WeChat;
import io.quanmin.wechat.WeChatAway;
import io.quanmin.wechat.WeChatEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Sends template messages to officials. One whose end nobody knows is repeated with the same id for as long as WeChat knows
 * it by that, ten minutes, and no longer.
 */
@Component
final class ServiceSending {

    private static final Duration REPEATED_WITHIN = Duration.ofMinutes(9);
    private static final Duration REPEATED_AFTER = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int NOT_FOLLOWING = 43004;

    private final MessageTable messages;
    private final WeChat wechat;
    private final Outbox outbox;
    private final MessageSettings settings;
    private final Clock clock;
    private final TransactionalOperator transaction;

    ServiceSending(
            MessageTable messages,
            WeChat wechat,
            Outbox outbox,
            MessageSettings settings,
            Clock clock,
            TransactionalOperator transaction) {
        this.messages = messages;
        this.wechat = wechat;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    Mono<Void> send(Letter letter, Way.Service to) {
        TemplateMessage message = new TemplateMessage(
                to.openid(), settings.duty(), letter.news().link(), letter.data(), letter.clientId());
        return messages.beginOrRepeat(letter.key(), to.openid(), settings.duty(), clock.instant())
                .flatMap(begun -> mayRepeat(begun) ? call(letter.key(), message) : leave(letter.key()));
    }

    private boolean mayRepeat(Instant begun) {
        return begun.plus(REPEATED_WITHIN).isAfter(clock.instant());
    }

    /** No connection is held while WeChat is called. */
    private Mono<Void> call(MessageKey key, TemplateMessage message) {
        return wechat.send(message)
                .onErrorResume(WeChatAway.class, away -> Mono.just(new SendOutcome.Later(0, away.slug())))
                .onErrorResume(failure -> Mono.just(new SendOutcome.Unknown(failure.toString())))
                .flatMap(outcome -> settle(key, message.openid(), outcome));
    }

    private Mono<Void> settle(MessageKey key, String openid, SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Taken taken -> settle(key, Settled.taken(taken.messageId()));
            case SendOutcome.Refused refused when refused.code() == NOT_FOLLOWING -> unfollowed(key, openid, refused);
            case SendOutcome.Refused refused ->
                settle(key, Settled.because(MessageState.REFUSED, refused.code(), refused.reason()));
            case SendOutcome.Later later ->
                settle(key, Settled.because(MessageState.LATER, later.code(), later.reason()))
                        .then(Mono.error(() -> new NotYet(LATER)));
            case SendOutcome.Unknown unknown -> Mono.error(() -> new NotYet(REPEATED_AFTER));
        };
    }

    private Mono<Void> settle(MessageKey key, Settled settled) {
        return messages.settle(key, settled, clock.instant()).then();
    }

    /** Whoever keeps account of followers hears of it as if WeChat had told them. */
    private Mono<Void> unfollowed(MessageKey key, String openid, SendOutcome.Refused refused) {
        Settled settled = Settled.because(MessageState.UNFOLLOWED, refused.code(), refused.reason());
        return settle(key, settled)
                .then(outbox.add(key.person(), new WeChatEvent.Unfollowed(openid)))
                .as(transaction::transactional);
    }

    private Mono<Void> leave(MessageKey key) {
        return settle(key, Settled.as(MessageState.UNKNOWN));
    }
}
