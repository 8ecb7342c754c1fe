package io.quanmin.wechat.callback;

import io.quanmin.kernel.Id;
import io.quanmin.outbox.Outbox;
import io.quanmin.wechat.WeChatEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads kept pushes and tells what they say, once each: the events and the mark that they are told are one transaction. */
@Component
class Reading {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final CallbackTable table;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final CallbackSettings settings;

    Reading(CallbackTable table, Outbox outbox, TransactionalOperator transaction, CallbackSettings settings) {
        this.table = table;
        this.outbox = outbox;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** Takes a batch, in the order received; says whether there may be more. */
    Mono<Boolean> round() {
        return table.lease(settings.batch(), settings.lease())
                .flatMap(batch -> Flux.fromIterable(batch)
                        .concatMap(this::read)
                        .then(Mono.just(batch.size() == settings.batch())));
    }

    /** Completes whatever comes of it. */
    Mono<Void> read(KeptPush push) {
        return Mono.fromSupplier(() -> PushReading.events(push.message(), push.receivedAt()))
                .flatMap(events -> tell(push, events))
                .onErrorResume(failure -> failed(push, failure))
                .then();
    }

    private Mono<Long> tell(KeptPush push, List<WeChatEvent> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> outbox.add(subject(push.id().district(), event), event))
                .then(table.told(push))
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new LeaseLost(push.id())))
                .as(transaction::transactional);
    }

    /** Whom or what it is about, so that what happens to one is told in order. */
    private static Id subject(String district, WeChatEvent event) {
        String about = switch (event) {
            case WeChatEvent.SubscriptionAnswered it -> it.openid();
            case WeChatEvent.SubscribeMessageSent it -> it.openid();
            case WeChatEvent.TemplateMessageSent it -> it.openid();
            case WeChatEvent.Followed it -> it.openid();
            case WeChatEvent.Unfollowed it -> it.openid();
            case WeChatEvent.PictureJudged it -> it.traceId();
        };
        return new Id(district, UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)));
    }

    private Mono<Long> failed(KeptPush push, Throwable failure) {
        String what = failure.getClass().getSimpleName();
        if (failure instanceof LeaseLost) {
            return Mono.just(0L);
        }
        if (failure instanceof PushUnreadable || push.attempt() >= settings.attempts()) {
            LOG.error("A push of WeChat cannot be told and is put aside: {}, {}", push.id(), what);
            return table.putAside(push, what);
        }
        LOG.warn("A push of WeChat is not told just now: {}, {}", push.id(), what);
        return table.postponed(push, settings.pause(push.attempt()), what);
    }

    /** Another node has it now and tells it. */
    private static final class LeaseLost extends Exception {

        LeaseLost(Id push) {
            super("The lease of " + push + " ran out");
        }
    }
}
