package io.quanmin.notification.live;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Rights to open one connection, so that no token travels in an address or a frame that is logged. Kept in Redis, in
 * PostgreSQL while Redis is away; the ticket itself says where, so that it cannot be used in both.
 */
@Component
final class Tickets {

    private static final String KEY = "quanmin:notification:ticket:";
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final char OF_REDIS = 'r';
    private static final char OF_DATABASE = 'p';

    private final ReactiveStringRedisTemplate redis;
    private final TicketTable table;
    private final LiveSettings settings;
    private final CitySettings city;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tickets(
            ReactiveStringRedisTemplate redis,
            TicketTable table,
            LiveSettings settings,
            CitySettings city,
            Clock clock) {
        this.redis = redis;
        this.table = table;
        this.settings = settings;
        this.city = city;
        this.clock = clock;
    }

    /** A ticket as its holder sees it. */
    record Ticket(String ticket, Instant expiresAt) {}

    /** Whose connection it opens, and the session it was asked from. */
    record Holder(Id person, Id session) {

        static Optional<Holder> read(String text) {
            String[] ids = text.split(" ", 2);
            return ids.length < 2
                    ? Optional.empty()
                    : Id.read(ids[0]).flatMap(person -> Id.read(ids[1]).map(session -> new Holder(person, session)));
        }

        @Override
        public String toString() {
            return person + " " + session;
        }
    }

    Mono<Ticket> issue(Actor actor) {
        Holder holder = new Holder(actor.person(), actor.session());
        return inRedis(holder).onErrorResume(away -> inDatabase(holder));
    }

    private Mono<Ticket> inRedis(Holder holder) {
        Ticket ticket = ticket(OF_REDIS);
        return Mono.defer(() -> redis.opsForValue().set(key(ticket.ticket()), holder.toString(), settings.ticket()))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .thenReturn(ticket);
    }

    private Mono<Ticket> inDatabase(Holder holder) {
        Ticket ticket = ticket(OF_DATABASE);
        return table.save(hash(ticket.ticket()), holder, clock.instant(), ticket.expiresAt())
                .thenReturn(ticket);
    }

    private Ticket ticket(char place) {
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        String text = place + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new Ticket(text, clock.instant().plus(settings.ticket()));
    }

    /** Takes a ticket, once; empty when it is unknown, used or expired. */
    Mono<Holder> take(String ticket) {
        if (ticket.isEmpty() || ticket.length() > 64) {
            return Mono.empty();
        }
        return ticket.charAt(0) == OF_DATABASE
                ? table.take(city.code(), hash(ticket), clock.instant())
                : fromRedis(ticket);
    }

    private Mono<Holder> fromRedis(String ticket) {
        return Mono.defer(() -> redis.opsForValue().getAndDelete(key(ticket)))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .onErrorComplete()
                .mapNotNull(text -> Holder.read(text).orElse(null));
    }

    private static String key(String ticket) {
        return KEY + HexFormat.of().formatHex(hash(ticket));
    }

    private static byte[] hash(String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
