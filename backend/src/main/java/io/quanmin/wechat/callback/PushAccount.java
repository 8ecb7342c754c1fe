package io.quanmin.wechat.callback;

import io.quanmin.wechat.AccountKeys;
import io.quanmin.wechat.wire.Fields;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets through what WeChat pushed to one account, and nothing else. */
final class PushAccount {

    private final AccountKeys keys;
    private final @Nullable PushCipher cipher;
    private final @Nullable Duration maxAge;
    private final Clock clock;

    PushAccount(AccountKeys keys, @Nullable Duration maxAge, Clock clock) {
        this.keys = keys;
        this.cipher = keys.aesKey().isEmpty() ? null : new PushCipher(keys.aesKey(), keys.appid());
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** What WeChat's console asks when the address is saved. */
    void check(PushProof proof) {
        if (!proof.provesAddress(keys.token()) || tooOld(proof)) {
            throw new PushNotGenuine();
        }
    }

    /**
     * The message, opened. With a key only the encrypted text counts, for the plain signature does not cover the body: who saw
     * one address could put anything under it.
     */
    byte[] open(PushProof proof, byte[] body) {
        if (cipher == null) {
            check(proof);
            return body;
        }
        String encrypted = Fields.text(PushText.read(body), "Encrypt");
        if (!proof.provesMessage(keys.token(), encrypted) || tooOld(proof)) {
            throw new PushNotGenuine();
        }
        return cipher.open(encrypted);
    }

    private boolean tooOld(PushProof proof) {
        if (maxAge == null) {
            return false;
        }
        try {
            Instant signed = Instant.ofEpochSecond(Long.parseLong(proof.timestamp()));
            return Duration.between(signed, clock.instant()).abs().compareTo(maxAge) > 0;
        } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException nonsense) {
            return true;
        }
    }
}
