package io.quanmin.wechatsandbox.push;

import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.base.SandboxClock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Pushes events to the accounts' callback URLs, each in its own thread, so in no promised order. */
public final class Pushes implements AutoCloseable {

    private final PushLog records = new PushLog();
    private final PushFaults faults = new PushFaults();
    private final Quirks quirks = new Quirks();
    private final EventText texts = new EventText(quirks);
    private final Queue<PushRecord> held = new ConcurrentLinkedQueue<>();
    private final AtomicLong ids = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Apps apps;
    private final SandboxClock clock;
    private final Postman postman;

    public Pushes(Ground ground, PushTiming timing) {
        this.apps = ground.apps();
        this.clock = ground.clock();
        this.postman = new Postman(clock, ground.dice(), timing);
    }

    /** Sends the event as the faults allow; returns at once. */
    public void push(Event event) {
        PushRecord record = recordOf(event);
        records.put(record);
        Optional<PushFault> fault = faults.strike(event.name());
        if (fault.isPresent()) {
            sendDisturbed(record, fault.get());
        } else {
            send(record);
        }
    }

    /** Newest first. */
    public List<PushRecord> records() {
        return records.all();
    }

    public PushFaults faults() {
        return faults;
    }

    public Quirks quirks() {
        return quirks;
    }

    /** Verifies the callback URL by GET, as the console does when it is saved. */
    public boolean verify(String appid) {
        return postman.verify(apps.get(appid));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        postman.close();
    }

    private PushRecord recordOf(Event event) {
        Instant now = clock.now();
        String body = texts.write(apps.get(event.appid()), event, now.getEpochSecond());
        return new PushRecord(
                ids.incrementAndGet(),
                now,
                event.appid(),
                event.openid(),
                event.name(),
                body,
                PushRecord.State.WAITING,
                List.of());
    }

    private void sendDisturbed(PushRecord record, PushFault fault) {
        switch (fault.kind()) {
            case LOST -> records.put(record.now(PushRecord.State.LOST));
            case LATE -> clock.at(record.at().plus(fault.delay()), () -> send(record));
            case OUT_OF_ORDER -> held.add(record);
            case DOUBLED -> {
                send(record);
                PushRecord again = record.withId(ids.incrementAndGet());
                records.put(again);
                send(again);
            }
        }
    }

    private void send(PushRecord record) {
        Queue<PushRecord> after = new ArrayDeque<>();
        for (PushRecord waiting = held.poll(); waiting != null; waiting = held.poll()) {
            after.add(waiting);
        }
        threads.execute(() -> {
            postman.deliver(apps.get(record.appid()), record, records::put);
            after.forEach(late -> postman.deliver(apps.get(late.appid()), late, records::put));
        });
    }
}
