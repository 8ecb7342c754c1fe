package io.quanmin.wechatsandbox.people;

import io.quanmin.wechatsandbox.base.Dice;
import io.quanmin.wechatsandbox.base.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The one live session key of each user; a login replaces it unless it is younger than the minimum period. */
public final class SessionKeys {

    /** WeChat does not say how long; a minute is this stand-in's choice. */
    private static final Duration AT_LEAST = Duration.ofMinutes(1);

    private record SessionKey(String value, Instant since) {}

    private final Map<String, SessionKey> keys = new ConcurrentHashMap<>();
    private final SandboxClock clock;
    private final Dice dice;

    public SessionKeys(SandboxClock clock, Dice dice) {
        this.clock = clock;
        this.dice = dice;
    }

    String atLogin(String openid) {
        SessionKey kept = keys.get(openid);
        boolean young = kept != null && clock.now().isBefore(kept.since().plus(AT_LEAST));
        return kept != null && young ? kept.value() : rotate(openid);
    }

    /** Base64 of 16 bytes; empty when the user never logged in. */
    public Optional<String> of(String openid) {
        return Optional.ofNullable(keys.get(openid)).map(SessionKey::value);
    }

    /** Replaces the key at once, as a login elsewhere or a data prefetch may. */
    public String rotate(String openid) {
        SessionKey fresh = new SessionKey(Base64.getEncoder().encodeToString(dice.bytes(16)), clock.now());
        keys.put(openid, fresh);
        return fresh.value();
    }
}
