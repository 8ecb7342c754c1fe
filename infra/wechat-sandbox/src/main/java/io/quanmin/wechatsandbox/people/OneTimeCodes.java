package io.quanmin.wechatsandbox.people;

import io.quanmin.wechatsandbox.base.Dice;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.base.ShortMemory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Codes that live five minutes and work once. */
final class OneTimeCodes {

    private static final Duration LIFE = Duration.ofMinutes(5);

    /** What trying a code came to. */
    enum Verdict {
        GOOD,
        USED,
        /** Never given out, or too long ago. */
        UNKNOWN,
        /** Of another account; not used up by the attempt. */
        FOREIGN
    }

    /** @param userId null unless the code is good */
    record Outcome(Verdict verdict, @Nullable String userId) {}

    private record Code(String appid, String userId, AtomicBoolean used) {}

    private final ShortMemory<Code> codes;
    private final Dice dice;
    private final int length;

    OneTimeCodes(Ground ground, int length) {
        this.codes = new ShortMemory<>(ground.clock(), LIFE);
        this.dice = ground.dice();
        this.length = length;
    }

    String mint(String appid, String userId) {
        String text = "0" + dice.letters(length - 1);
        codes.put(text, new Code(appid, userId, new AtomicBoolean()));
        return text;
    }

    Outcome use(String text, String appid) {
        return codes.get(text).map(code -> use(code, appid)).orElseGet(() -> new Outcome(Verdict.UNKNOWN, null));
    }

    private static Outcome use(Code code, String appid) {
        if (!code.appid().equals(appid)) {
            return new Outcome(Verdict.FOREIGN, null);
        }
        return code.used().compareAndSet(false, true)
                ? new Outcome(Verdict.GOOD, code.userId())
                : new Outcome(Verdict.USED, null);
    }
}
