package io.quanmin.wechatsandbox.base;

/** What everything stands on: time, chance and the accounts. */
public record Ground(SandboxClock clock, Dice dice, Apps apps) {

    /** @param seed of all chance */
    public static Ground of(AppSettings mini, AppSettings service, long seed) {
        return new Ground(new SandboxClock(), new Dice(seed), new Apps(mini, service));
    }
}
