package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what this module keeps about one person. */
@Component
final class IdentityExportTable {

    private final DatabaseClient database;

    IdentityExportTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Root> root(Id person) {
        return all(
                        person,
                        """
                select p.name, p.created_at, h.ciphertext, h.key_id, h.blind
                  from identity.person p
                  left join identity.phone h on h.district = p.district and h.person = p.id
                 where p.district = :district and p.id = :person
                """,
                        row -> new Root(
                                row.get("name", String.class),
                                Sql.value(row, "created_at", Instant.class),
                                EncryptedPhone.read(row)))
                .next();
    }

    Flux<IdentityExport.Account> accounts(Id person) {
        return all(
                person,
                """
                select app, openid, unionid, seen_at as at from identity.wechat_account
                 where district = :district and person = :person
                 union all
                select 'SERVICE', openid, unionid, changed_at from identity.service_account
                 where district = :district and person = :person
                 limit 100
                """,
                row -> new IdentityExport.Account(
                        Sql.text(row, "app"),
                        Sql.text(row, "openid"),
                        row.get("unionid", String.class),
                        Sql.value(row, "at", Instant.class)));
    }

    Flux<IdentityExport.Agreed> consents(Id person) {
        return all(
                person,
                """
                select version, agreed_at from identity.consent
                 where district = :district and person = :person order by version limit 100
                """,
                row -> new IdentityExport.Agreed(
                        Sql.value(row, "version", Integer.class), Sql.value(row, "agreed_at", Instant.class)));
    }

    Flux<IdentityExport.Spoken> spoken(Id person) {
        return all(
                person,
                """
                select s.version, c.name, s.said_at
                  from identity.spoken_consent s
                  left join identity.caller c on c.district = s.district and c.person = s.person
                 where s.district = :district and s.person = :person order by s.said_at limit 100
                """,
                row -> new IdentityExport.Spoken(
                        Sql.value(row, "version", Integer.class),
                        row.get("name", String.class),
                        Sql.value(row, "said_at", Instant.class)));
    }

    Flux<IdentityExport.Login> sessions(Id person) {
        return all(
                person,
                """
                select via, created_at, seen_at from identity.session
                 where district = :district and person = :person order by created_at desc limit 100
                """,
                row -> new IdentityExport.Login(
                        Sql.text(row, "via"),
                        Sql.value(row, "created_at", Instant.class),
                        Sql.value(row, "seen_at", Instant.class)));
    }

    Mono<IdentityExport.StaffRecord> staff(Id person) {
        return all(
                        person,
                        """
                select f.login, f.name, u.name as unit_name, f.area,
                       (select array_agg(r.role) from identity.staff_role r
                         where r.district = f.district and r.staff = f.id) as roles
                  from identity.staff f
                  left join identity.unit u on u.district = f.district and u.id = f.unit
                 where f.district = :district and f.person = :person
                 order by f.left_at desc nulls first limit 1
                """,
                        row -> new IdentityExport.StaffRecord(
                                Sql.text(row, "login"),
                                Sql.text(row, "name"),
                                row.get("unit_name", String.class),
                                row.get("area", String.class),
                                Sql.roles(row, "roles").stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toList()))
                .next();
    }

    private <T> Flux<T> all(Id person, String sql, Function<Readable, T> as) {
        return database.sql(sql)
                .bind("district", person.district())
                .bind("person", person.value())
                .map(as)
                .all();
    }

    /** What there is once for each person. */
    record Root(
            @Nullable String name,
            Instant createdAt,
            @Nullable EncryptedPhone phone) {}
}
