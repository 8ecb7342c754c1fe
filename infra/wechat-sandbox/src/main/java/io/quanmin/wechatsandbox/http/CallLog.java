package io.quanmin.wechatsandbox.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last calls, newest first; older ones are forgotten. */
public final class CallLog {

    private static final int KEPT = 5_000;

    private final Deque<CallRecord> calls = new ArrayDeque<>();

    synchronized void add(CallRecord call) {
        calls.addFirst(call);
        if (calls.size() > KEPT) {
            calls.removeLast();
        }
    }

    public synchronized List<CallRecord> all() {
        return List.copyOf(calls);
    }

    /** The calls of one path, newest first. */
    public List<CallRecord> of(String path) {
        return all().stream().filter(call -> call.path().equals(path)).toList();
    }

    public Optional<CallRecord> find(String rid) {
        return all().stream().filter(call -> call.rid().equals(rid)).findFirst();
    }

    public synchronized void clear() {
        calls.clear();
    }
}
