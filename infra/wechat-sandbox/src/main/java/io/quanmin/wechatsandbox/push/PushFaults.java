package io.quanmin.wechatsandbox.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What shall go wrong with pushes, tried in the order it was added; at most one strikes a push. */
public final class PushFaults {

    private final List<PushFault> active = new ArrayList<>();

    public synchronized void add(PushFault fault) {
        active.add(fault);
    }

    /** What is left to strike, each with the times it still will. */
    public synchronized List<PushFault> active() {
        return List.copyOf(active);
    }

    public synchronized void clear() {
        active.clear();
    }

    synchronized Optional<PushFault> strike(String event) {
        for (int i = 0; i < active.size(); i++) {
            PushFault fault = active.get(i);
            if (fault.concerns(event)) {
                count(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void count(int place, PushFault fault) {
        Integer left = fault.times();
        if (left != null && left <= 1) {
            active.remove(place);
        } else if (left != null) {
            active.set(place, fault.times(left - 1));
        }
    }
}
