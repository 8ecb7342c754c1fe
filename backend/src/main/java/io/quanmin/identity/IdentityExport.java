package io.quanmin.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What identity keeps about a person, for that person.
 *
 * @param phone in full, because it is theirs
 * @param sessions the latest hundred
 */
record IdentityExport(
        @Nullable String name,
        Instant joinedAt,
        @Nullable String phone,
        List<Account> wechat,
        List<Agreed> consents,
        List<Spoken> spokenConsents,
        List<Login> sessions,
        @Nullable StaffRecord staff) {

    /**
     * One of the accounts by which WeChat knows them.
     *
     * @param application {@code MINI} for the mini-program, {@code SERVICE} for the service account
     */
    record Account(
            String application, String openid, @Nullable String unionid, Instant changedAt) {}

    /** A version of the privacy agreement they agreed to. */
    record Agreed(int version, Instant agreedAt) {}

    /** A version they agreed to aloud when they rang. */
    record Spoken(int version, @Nullable String calledAs, Instant at) {}

    /** A time they logged in. */
    record Login(String via, Instant at, Instant lastSeenAt) {}

    /** Their place in the city's service. */
    record StaffRecord(
            String login,
            String name,
            @Nullable String unit,
            @Nullable String area,
            List<String> roles) {}
}
