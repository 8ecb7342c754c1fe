package io.quanmin.casework;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers that belong to this node, given out one by one. */
final class Block {

    static final Block SPENT = new Block(1, 0);

    private final AtomicInteger next;
    private final int last;

    Block(int first, int last) {
        this.next = new AtomicInteger(first);
        this.last = last;
    }

    /** The next one; empty when none is left. */
    OptionalInt take() {
        int number = next.getAndUpdate(at -> at > last ? at : at + 1);
        return number > last ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
