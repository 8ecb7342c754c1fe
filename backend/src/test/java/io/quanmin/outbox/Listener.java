package io.quanmin.outbox;

import io.quanmin.kernel.Id;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A consumer that remembers what it took, and does with it what a test says. */
final class Listener implements EventHandler<Happened> {

    private final String name;
    private final Function<Delivery<Happened>, Mono<Void>> reaction;
    private final Map<Id, List<Integer>> taken = new ConcurrentHashMap<>();

    Listener(String name, Function<Delivery<Happened>, Mono<Void>> reaction) {
        this.name = name;
        this.reaction = reaction;
    }

    Listener(String name) {
        this(name, delivery -> Mono.empty());
    }

    @Override
    public String consumer() {
        return name;
    }

    @Override
    public Class<Happened> event() {
        return Happened.class;
    }

    @Override
    public Mono<Void> handle(Delivery<Happened> delivery) {
        return reaction.apply(delivery).then(Mono.fromRunnable(() -> remember(delivery)));
    }

    private void remember(Delivery<Happened> delivery) {
        of(delivery.subject()).add(delivery.event().nth());
    }

    List<Integer> of(Id subject) {
        return taken.computeIfAbsent(subject, none -> new CopyOnWriteArrayList<>());
    }

    int count() {
        return taken.values().stream().mapToInt(List::size).sum();
    }
}
