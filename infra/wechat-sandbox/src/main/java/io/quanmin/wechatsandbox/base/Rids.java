package io.quanmin.wechatsandbox.base;

/** Request ids in the true shape: three groups of eight hex digits, the first being the Unix time. */
public final class Rids {

    private final SandboxClock clock;
    private final Dice dice;

    public Rids(SandboxClock clock, Dice dice) {
        this.clock = clock;
        this.dice = dice;
    }

    public String next() {
        return "%08x-%s-%s".formatted(clock.epochSecond(), dice.hex(4), dice.hex(4));
    }
}
