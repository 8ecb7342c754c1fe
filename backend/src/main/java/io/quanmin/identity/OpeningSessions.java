package io.quanmin.identity;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens a session for a person who proved who they are. */
@Component
final class OpeningSessions {

    private final SessionTable table;
    private final Tokens tokens;
    private final SessionSettings settings;
    private final CitySettings city;
    private final Ids ids;
    private final Clock clock;

    OpeningSessions(
            SessionTable table, Tokens tokens, SessionSettings settings, CitySettings city, Ids ids, Clock clock) {
        this.table = table;
        this.tokens = tokens;
        this.settings = settings;
        this.city = city;
        this.ids = ids;
        this.clock = clock;
    }

    /** Joins the caller's transaction. The token is not kept and cannot be told again. */
    Mono<OpenedSession> open(Id person, Via via) {
        Instant now = clock.instant();
        String token = tokens.next();
        OpenedSession opened = new OpenedSession(ids.next(city.code()), token, now.plus(settings.idle(via)), person);
        return table.add(opened.id(), Tokens.hash(token), person, via, now, opened.expiresAt())
                .thenReturn(opened);
    }
}
