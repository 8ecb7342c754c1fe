package io.quanmin.wechatsandbox.people;

import io.quanmin.wechatsandbox.base.Dice;
import io.quanmin.wechatsandbox.base.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Codes that live five minutes and work once. */
final class OneTimeCodes {

    private static final Duration LIFE = Duration.ofMinutes(5);

    /** What trying a code came to. */
    enum Verdict {
        GOOD,
        USED,
        EXPIRED,
        UNKNOWN,
        /** Of another account; not used up by the attempt. */
        FOREIGN
    }

    /** @param userId null unless the code is good */
    record Outcome(Verdict verdict, @Nullable String userId) {}

    private record Code(String appid, String userId, Instant issued, boolean used) {}

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final SandboxClock clock;
    private final Dice dice;
    private final int length;

    OneTimeCodes(SandboxClock clock, Dice dice, int length) {
        this.clock = clock;
        this.dice = dice;
        this.length = length;
    }

    String mint(String appid, String userId) {
        codes.values().removeIf(old -> old.issued().plus(LIFE.multipliedBy(12)).isBefore(clock.now()));
        String code = "0" + dice.letters(length - 1);
        codes.put(code, new Code(appid, userId, clock.now(), false));
        return code;
    }

    synchronized Outcome use(String text, String appid) {
        Code code = codes.get(text);
        if (code == null) {
            return new Outcome(Verdict.UNKNOWN, null);
        }
        if (!code.appid().equals(appid)) {
            return new Outcome(Verdict.FOREIGN, null);
        }
        if (clock.now().isAfter(code.issued().plus(LIFE))) {
            return new Outcome(Verdict.EXPIRED, null);
        }
        if (code.used()) {
            return new Outcome(Verdict.USED, null);
        }
        codes.put(text, new Code(code.appid(), code.userId(), code.issued(), true));
        return new Outcome(Verdict.GOOD, code.userId());
    }
}
