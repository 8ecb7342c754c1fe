package io.quanmin.wechat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets one thing at a time happen for each key within this node, in the order in which it was asked for. What comes when too
 * many wait already fails with {@link WeChatAway}.
 */
final class Turns {

    private static final Duration WHEN_FULL = Duration.ofSeconds(5);

    private final int most;
    private final Map<String, Deque<Turn>> waiting = new HashMap<>();

    Turns(int most) {
        this.most = most;
    }

    /** Runs {@code work} when it is its turn; one that is cancelled before leaves the queue. */
    <T> Mono<T> oneByOne(String key, Mono<T> work) {
        return Mono.usingWhen(
                Mono.defer(() -> ask(key)), turn -> work, this::end, (turn, failure) -> end(turn), this::end);
    }

    private static final class Turn {
        private final String key;
        private final Sinks.One<Turn> come = Sinks.one();
        private boolean over;

        Turn(String key) {
            this.key = key;
        }
    }

    private Mono<Turn> ask(String key) {
        Turn turn = new Turn(key);
        if (!queued(turn)) {
            return Mono.error(new WeChatAway(WHEN_FULL));
        }
        return turn.come.asMono().doOnCancel(() -> leave(turn));
    }

    private synchronized boolean queued(Turn turn) {
        Deque<Turn> queue = waiting.computeIfAbsent(turn.key, any -> new ArrayDeque<>());
        if (queue.size() > most) {
            return false;
        }
        queue.add(turn);
        if (queue.size() == 1) {
            turn.come.tryEmitValue(turn).orThrow();
        }
        return true;
    }

    private Mono<Void> end(Turn turn) {
        return Mono.fromRunnable(() -> leave(turn));
    }

    private void leave(Turn turn) {
        Turn next = next(turn);
        if (next != null) {
            next.come.tryEmitValue(next).orThrow();
        }
    }

    /** Takes a turn out of its queue; whose turn it is now, when it was this one's. Ending twice is ending once. */
    private synchronized @Nullable Turn next(Turn turn) {
        Deque<Turn> queue = waiting.get(turn.key);
        if (turn.over || queue == null) {
            return null;
        }
        turn.over = true;
        boolean itsTurn = queue.peek() == turn;
        queue.remove(turn);
        if (queue.isEmpty()) {
            waiting.remove(turn.key);
            return null;
        }
        return itsTurn ? queue.peek() : null;
    }
}
