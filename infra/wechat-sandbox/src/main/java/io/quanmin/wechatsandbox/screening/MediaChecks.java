package io.quanmin.wechatsandbox.screening;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/** How media checks turn out: what was lined up, else what belongs to the address, else pass. */
public final class MediaChecks {

    private final Queue<Verdict> next = new ArrayDeque<>();
    private final Map<String, Verdict> byAddress = new ConcurrentHashMap<>();
    private volatile Duration delay = Duration.ofSeconds(2);
    private volatile boolean httpsOnly;
    private volatile boolean textLabels;

    /** The verdict of the next check that can fetch its media. */
    public synchronized void next(Verdict verdict) {
        next.add(verdict);
    }

    /** The verdict of all media whose address contains {@code part}. */
    public void forAddress(String part, Verdict verdict) {
        byAddress.put(part, verdict);
    }

    public synchronized void clear() {
        next.clear();
        byAddress.clear();
    }

    public Duration delay() {
        return delay;
    }

    /** How long after the answer the verdict is pushed, on the virtual clock; up to 30 min in truth. */
    public void delay(Duration time) {
        delay = time;
    }

    public boolean httpsOnly() {
        return httpsOnly;
    }

    /** As in truth, plain http addresses cannot be fetched (-1008); off by default, or nothing local could be checked. */
    public void httpsOnly(boolean now) {
        httpsOnly = now;
    }

    public boolean textLabels() {
        return textLabels;
    }

    /** As seen in real pushes: the label as a text, and no errcode at the top. */
    public void textLabels(boolean now) {
        textLabels = now;
    }

    synchronized Verdict verdict(String address) {
        Verdict queued = next.poll();
        if (queued != null) {
            return queued;
        }
        Optional<Verdict> known = byAddress.entrySet().stream()
                .filter(entry -> address.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return known.orElse(Verdict.PASS);
    }
}
