package io.quanmin.wechatsandbox.base;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * WeChat's time. It ticks with the machine's clock until it is frozen, and can be moved ahead; what was scheduled in between
 * then happens at once, in its own thread. All expiries, quotas and delayed pushes follow this clock.
 */
public final class SandboxClock implements AutoCloseable {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private record Task(Instant due, long order, Runnable work) {}

    private final InstantSource machine = InstantSource.system();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::order));
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private Duration ahead = Duration.ZERO;
    private @Nullable Instant frozen;
    private long order;
    private boolean closed;

    public SandboxClock() {
        Thread.ofPlatform().daemon().name("sandbox-clock").start(this::run);
    }

    public Instant now() {
        lock.lock();
        try {
            return (frozen == null ? machine.instant() : frozen).plus(ahead);
        } finally {
            lock.unlock();
        }
    }

    public long epochSecond() {
        return now().getEpochSecond();
    }

    /** The day in China, by which daily quotas are counted. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), CHINA);
    }

    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time goes forward only: " + by);
        }
        change(() -> ahead = ahead.plus(by));
    }

    /** From now on time stands still but for {@link #advance}. */
    public void freeze() {
        change(() -> frozen = frozen == null ? machine.instant() : frozen);
    }

    /** Time ticks again, from where it stood. */
    public void thaw() {
        change(() -> {
            if (frozen != null) {
                ahead = ahead.minus(Duration.between(frozen, machine.instant()));
                frozen = null;
            }
        });
    }

    public boolean isFrozen() {
        lock.lock();
        try {
            return frozen != null;
        } finally {
            lock.unlock();
        }
    }

    /** Runs {@code work} in its own thread once this clock has passed {@code delay} from now. */
    public void after(Duration delay, Runnable work) {
        at(now().plus(delay), work);
    }

    /** Runs {@code work} in its own thread once this clock has reached {@code due}, at once when it already has. */
    public void at(Instant due, Runnable work) {
        change(() -> tasks.add(new Task(due, order++, work)));
    }

    @Override
    public void close() {
        change(() -> closed = true);
        workers.shutdownNow();
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        lock.lock();
        try {
            while (!closed) {
                startDueTasks();
                Task next = tasks.peek();
                if (next == null || frozen != null) {
                    changed.await();
                } else {
                    changed.awaitNanos(Duration.between(now(), next.due()).toNanos());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void startDueTasks() {
        Instant now = now();
        for (Task next = tasks.peek(); next != null && !next.due().isAfter(now); next = tasks.peek()) {
            tasks.remove();
            workers.execute(next.work());
        }
    }
}
