package io.quanmin.outbox;

import io.quanmin.kernel.Id;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where a module writes down what happened, in the transaction in which it happened. */
public interface Outbox {

    /**
     * Writes the event for every consumer that asks for its type. Joins the caller's transaction: nothing is told if it rolls
     * back. Consumers get it at least once, in the order of {@code subject}.
     *
     * @param subject what it happened to; order is kept per subject, and its district is the event's shard
     * @param event a record annotated with {@link EventName}
     */
    default Mono<Void> add(Id subject, Object event) {
        return addAll(subject, List.of(event));
    }

    /** Several events that happened to one subject, in their order, in one statement; none is fine. */
    Mono<Void> addAll(Id subject, List<?> events);
}
