package io.quanmin.wechatsandbox.token;

import java.time.Duration;
import java.time.Instant;

/**
 * One access token.
 *
 * @param endsAt when it ends by age
 * @param diesAt when it ends at the latest, earlier than {@code endsAt} once a newer one was given out
 */
record Token(String value, String appid, Instant endsAt, Instant diesAt) {

    Token supersededAt(Instant moment) {
        return moment.isBefore(diesAt) ? new Token(value, appid, endsAt, moment) : this;
    }

    /** Whether it ended before its age because a newer one was given out. */
    boolean superseded() {
        return diesAt.isBefore(endsAt);
    }

    Duration leftAt(Instant now) {
        return Duration.between(now, diesAt);
    }
}
