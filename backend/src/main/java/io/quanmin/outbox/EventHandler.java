package io.quanmin.outbox;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * One consumer of one type of event: a bean named {@code OnXxx}. Must be idempotent, because delivery is at least once.
 *
 * @param <E> a record annotated with {@link EventName}
 */
public interface EventHandler<E> {

    /** The stable name of this consumer, such as {@code notification.inbox}: its deliveries are rows under this name. */
    String consumer();

    /** The event it asks for. */
    Class<E> event();

    /**
     * Takes one delivery. An error is retried with growing pauses, then becomes a dead letter; order per subject is kept. Has
     * {@code quanmin.outbox.timeout}; beyond that it is cancelled and counts as failed.
     */
    Mono<Void> handle(Delivery<E> delivery);

    /** How far back a consumer that is new wants events that are still kept; by default it begins with what happens next. */
    default Duration history() {
        return Duration.ZERO;
    }
}
