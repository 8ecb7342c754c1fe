package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.r2dbc.spi.Readable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All that {@code GET /me} tells, in one round trip. */
@Component
final class MeTable {

    private static final String FIND = """
            select p.district, p.name, h.ciphertext, h.key_id, h.blind,
                   (select max(c.version) from identity.consent c
                     where c.district = p.district and c.person = p.id) as agreed,
                   (select max(a.version) from identity.privacy_agreement a
                     where a.district in (p.district, '000000')) as current,
                   (select array_agg(r.role) from identity.staff_role r
                     where r.district = f.district and r.staff = f.id) as roles,
                   f.id as staff, f.name as staff_name, f.area, u.code as unit_code, u.name as unit_name,
                   (select bool_or(s.following) from identity.service_account s
                     where s.district = p.district and s.person = p.id) as following
              from identity.person p
              left join identity.phone h on h.district = p.district and h.person = p.id
              left join identity.staff f on f.district = p.district and f.person = p.id and f.left_at is null
              left join identity.unit u on u.district = f.district and u.id = f.unit
             where p.district = :district and p.id = :person and p.erased_at is null
            """;

    private final DatabaseClient database;

    MeTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Row> find(Id person) {
        return database.sql(FIND)
                .bind("district", person.district())
                .bind("person", person.value())
                .map(MeTable::row)
                .one();
    }

    private static Row row(Readable row) {
        Id staff = Sql.idOrNull(row, "staff");
        return new Row(
                row.get("name", String.class),
                EncryptedPhone.read(row),
                row.get("agreed", Integer.class),
                Sql.value(row, "current", Integer.class),
                Sql.roles(row, "roles"),
                staff == null ? null : service(row, staff));
    }

    private static Serving service(Readable row, Id staff) {
        String unit = row.get("unit_code", String.class);
        return new Serving(
                staff,
                Sql.text(row, "staff_name"),
                unit == null ? null : new Me.Named(unit, Sql.text(row, "unit_name")),
                row.get("area", String.class),
                Me.Linked.of(row.get("following", Boolean.class)));
    }

    /** A person's own facts. */
    record Row(
            @Nullable String name,
            @Nullable EncryptedPhone phone,
            @Nullable Integer agreed,
            int current,
            Set<Role> roles,
            @Nullable Serving serving) {}

    /** Their place in the city's service. */
    record Serving(
            Id staff,
            String name,
            Me.@Nullable Named unit,
            @Nullable String area,
            Me.Linked serviceAccount) {}
}
