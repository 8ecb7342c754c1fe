package io.quanmin.wechatsandbox.http;

import io.quanmin.wechatsandbox.base.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fault panel: what shall go wrong, tried in the order it was added; at most one fault strikes a call. */
public final class Faults {

    /** A fault with how often it has struck so far. */
    public record Active(Fault fault, int struck) {

        boolean usedUp() {
            Integer times = fault.times();
            return times != null && struck >= times;
        }
    }

    private final List<Active> active = new ArrayList<>();
    private final Dice dice;

    public Faults(Dice dice) {
        this.dice = dice;
    }

    public synchronized void add(Fault fault) {
        active.add(new Active(fault, 0));
    }

    public synchronized List<Active> active() {
        return List.copyOf(active);
    }

    /** Removes the fault at this place of {@link #active()}. */
    public synchronized void remove(int place) {
        active.remove(place);
    }

    public synchronized void clear() {
        active.clear();
    }

    synchronized Optional<Fault> strike(String path, boolean takesToken) {
        for (int i = 0; i < active.size(); i++) {
            Fault fault = active.get(i).fault();
            if (fault.concerns(path, takesToken) && dice.chance(fault.probability())) {
                count(i);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void count(int place) {
        Active struck = new Active(active.get(place).fault(), active.get(place).struck() + 1);
        if (struck.usedUp()) {
            active.remove(place);
        } else {
            active.set(place, struck);
        }
    }
}
