package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions by the hash of their token, and who is behind them. */
@Component
final class SessionTable {

    private static final String FIND = """
            select s.district, s.id, s.person, s.via, s.created_at, s.seen_at, s.expires_at,
                   f.id as staff, f.unit, f.scope,
                   (select array_agg(r.role) from identity.staff_role r
                     where r.district = f.district and r.staff = f.id) as roles,
                   (select a.openid from identity.wechat_account a
                     where s.via = 'WECHAT' and a.district = s.district and a.person = s.person
                     order by a.seen_at desc limit 1) as openid
              from identity.session s
              join identity.person p on p.district = s.district and p.id = s.person and p.erased_at is null
              left join identity.staff f on f.district = s.district and f.person = s.person and f.left_at is null
             where s.district = :district and s.token_hash = :hash and s.revoked_at is null
            """;

    private final DatabaseClient database;

    SessionTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Id session, byte[] hash, Id person, Via via, Instant now, Instant expires) {
        return database.sql("""
                        insert into identity.session
                               (district, id, token_hash, person, via, created_at, seen_at, expires_at)
                        values (:district, :id, :hash, :person, :via, :now, :now, :expires)
                        """)
                .bind("district", session.district())
                .bind("id", session.value())
                .bind("hash", hash)
                .bind("person", person.value())
                .bind("via", via.name())
                .bind("now", now)
                .bind("expires", expires)
                .then();
    }

    /** Empty when there is none or it was revoked; the caller looks at its end. */
    Mono<LiveSession> find(String district, byte[] hash) {
        return database.sql(FIND)
                .bind("district", district)
                .bind("hash", hash)
                .map(SessionTable::session)
                .one();
    }

    Mono<Boolean> live(Id session, Instant now) {
        return database.sql("""
                        select exists (
                               select from identity.session s
                                 join identity.person p on p.district = s.district and p.id = s.person
                                where s.district = :district and s.id = :id
                                  and s.revoked_at is null and s.expires_at > :now and p.erased_at is null) as live
                        """)
                .bind("district", session.district())
                .bind("id", session.value())
                .bind("now", now)
                .map(row -> Sql.value(row, "live", Boolean.class))
                .one();
    }

    /** Moves the end, unless another node just did. */
    Mono<Void> slide(LiveSession used, Instant seenBefore) {
        return database.sql("""
                        update identity.session set seen_at = :seen, expires_at = :expires
                         where district = :district and id = :id and revoked_at is null and seen_at <= :before
                        """)
                .bind("district", used.actor().session().district())
                .bind("id", used.actor().session().value())
                .bind("seen", used.seenAt())
                .bind("expires", used.expiresAt())
                .bind("before", seenBefore)
                .then();
    }

    /** Revokes one; empty when it was revoked already. */
    Mono<EndedSession> revoke(Id session, Instant now) {
        return database.sql("""
                        update identity.session set revoked_at = :now
                         where district = :district and id = :id and revoked_at is null
                        returning district, id, person, token_hash
                        """)
                .bind("district", session.district())
                .bind("id", session.value())
                .bind("now", now)
                .map(SessionTable::ended)
                .one();
    }

    Flux<EndedSession> revokeAll(Id person, Instant now) {
        return database.sql("""
                        update identity.session set revoked_at = :now
                         where district = :district and person = :person and revoked_at is null
                        returning district, id, person, token_hash
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("now", now)
                .map(SessionTable::ended)
                .all();
    }

    /** The token hash of a session, whatever became of it. */
    Mono<byte[]> hash(Id session) {
        return database.sql("select token_hash from identity.session where district = :district and id = :id")
                .bind("district", session.district())
                .bind("id", session.value())
                .map(row -> Sql.value(row, "token_hash", byte[].class))
                .one();
    }

    /** The token hashes of a person's sessions. */
    Flux<byte[]> hashes(Id person) {
        return database.sql("""
                        select token_hash from identity.session
                         where district = :district and person = :person and revoked_at is null
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .map(row -> Sql.value(row, "token_hash", byte[].class))
                .all();
    }

    private static EndedSession ended(Readable row) {
        return new EndedSession(Sql.id(row, "id"), Sql.id(row, "person"), Sql.value(row, "token_hash", byte[].class));
    }

    private static LiveSession session(Readable row) {
        Via via = Via.valueOf(Sql.text(row, "via"));
        Actor actor = new Actor(
                Sql.id(row, "person"),
                Sql.id(row, "id"),
                roles(via, Sql.roles(row, "roles")),
                Sql.idOrNull(row, "staff"),
                Sql.idOrNull(row, "unit"),
                row.get("scope", String.class),
                row.get("openid", String.class));
        return new LiveSession(
                actor,
                via,
                Sql.value(row, "created_at", Instant.class),
                Sql.value(row, "seen_at", Instant.class),
                Sql.value(row, "expires_at", Instant.class));
    }

    /** Who came through WeChat is a citizen too; the desk knows staff only. */
    private static Set<Role> roles(Via via, Set<Role> given) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(given);
        if (via == Via.WECHAT) {
            roles.add(Role.CITIZEN);
        }
        return Set.copyOf(roles);
    }
}
