package io.quanmin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A session lives on while it is used, but not for ever. */
class LiveSessionTests {

    private static final Instant START = Instant.parse("2026-11-23T04:00:00Z");
    private static final SessionSettings SETTINGS = new SessionSettings(
            Duration.ofDays(30),
            Duration.ofDays(180),
            Duration.ofHours(12),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1));

    @Test
    void itEndsAtItsEnd() {
        LiveSession session = session(Via.WECHAT);
        assertThat(session.liveAt(START.plus(Duration.ofDays(30)).minusMillis(1)))
                .isTrue();
        assertThat(session.liveAt(START.plus(Duration.ofDays(30)))).isFalse();
    }

    @Test
    void useMovesItsEndAtMostOnceInTenMinutes() {
        LiveSession session = session(Via.WECHAT);
        assertThat(session.slides(START.plusSeconds(599), SETTINGS.slideEvery()))
                .isFalse();
        assertThat(session.slides(START.plusSeconds(600), SETTINGS.slideEvery()))
                .isTrue();
        LiveSession used = session.usedAt(START.plusSeconds(600), SETTINGS);
        assertThat(used.expiresAt()).isEqualTo(START.plusSeconds(600).plus(Duration.ofDays(30)));
        assertThat(used.slides(START.plusSeconds(1_199), SETTINGS.slideEvery())).isFalse();
    }

    @Test
    void howeverMuchItIsUsedItEndsAfterTheLongest() {
        LiveSession session = session(Via.WECHAT);
        for (int day = 1; day < 180; day++) {
            session = session.usedAt(START.plus(Duration.ofDays(day)), SETTINGS);
        }
        assertThat(session.expiresAt()).isEqualTo(START.plus(Duration.ofDays(180)));
    }

    @Test
    void atADeskItEndsTheSameDay() {
        assertThat(session(Via.DESK).usedAt(START, SETTINGS).expiresAt()).isEqualTo(START.plus(Duration.ofHours(12)));
    }

    private static LiveSession session(Via via) {
        Id id = new Id("990100", new UUID(0, 1));
        Actor actor = new Actor(id, id, Set.of(Role.CITIZEN), null, null, null, null);
        return new LiveSession(actor, via, START, START, START.plus(SETTINGS.idle(via)));
    }
}
