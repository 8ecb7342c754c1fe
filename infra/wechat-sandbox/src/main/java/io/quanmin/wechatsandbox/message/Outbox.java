package io.quanmin.wechatsandbox.message;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** What users have received, newest first. */
public final class Outbox {

    private static final int KEPT = 20_000;

    private final Deque<Delivery> deliveries = new ArrayDeque<>();

    public synchronized List<Delivery> all() {
        return List.copyOf(deliveries);
    }

    public List<Delivery> of(String userId) {
        return all().stream()
                .filter(delivery -> delivery.userId().equals(userId))
                .toList();
    }

    public synchronized void clear() {
        deliveries.clear();
    }

    /** Puts back what was saved, in the order {@link #all()} gave. */
    public synchronized void restore(Collection<Delivery> saved) {
        deliveries.addAll(saved);
    }

    synchronized void add(Delivery delivery) {
        deliveries.addFirst(delivery);
        if (deliveries.size() > KEPT) {
            deliveries.removeLast();
        }
    }
}
