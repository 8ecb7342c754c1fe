package io.quanmin.wechatsandbox.http;

import io.quanmin.wechatsandbox.base.Ground;

/** What comes in at the front door: how much of it is allowed, what shall go wrong with it, and what there was. */
public record Traffic(Quotas quotas, Faults faults, CallLog calls) {

    public static Traffic of(Ground ground) {
        return new Traffic(new Quotas(ground.clock()), new Faults(ground.dice()), new CallLog());
    }
}
