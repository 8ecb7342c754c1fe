package io.quanmin.wechatsandbox.code;

import io.quanmin.wechatsandbox.base.Ground;

/** All that is known about codes to scan. */
public record Codes(SceneCodes sceneCodes, ReleasedPages releasedPages) {

    public static Codes of(Ground ground) {
        return new Codes(new SceneCodes(ground.clock(), ground.dice()), new ReleasedPages());
    }
}
