package io.quanmin.identity;

import io.quanmin.kernel.Cursor;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Staff with all an administrator wants to see of them, by keyset. */
@Component
final class StaffListTable {

    private static final String AFTER = """
            select f.district, f.id, f.login, f.name, f.area, f.on_duty, f.created_at, f.linked_at,
                   u.code as unit_code, u.name as unit_name,
                   (select array_agg(r.role) from identity.staff_role r
                     where r.district = f.district and r.staff = f.id) as roles,
                   (select bool_or(s.following) from identity.service_account s
                     where s.district = f.district and s.person = f.person) as following,
                   exists (select from identity.desk_attempt a
                     where a.district = f.district and a.login = f.login and a.failures > :attempts
                       and a.failed_at >= :forgotten) as locked
              from identity.staff f
              left join identity.unit u on u.district = f.district and u.id = f.unit
             where f.district = :district and f.left_at is null
               and (cast(:at as timestamptz) is null or (f.created_at, f.id) > (:at, :id))
             order by f.created_at, f.id limit :most
            """;

    private final DatabaseClient database;

    StaffListTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param attempts more failures than this lock a login
     * @param forgottenBefore a failure before this no longer counts
     */
    Flux<StaffMember> after(String district, @Nullable Cursor last, int most, int attempts, Instant forgottenBefore) {
        return database.sql(AFTER)
                .bind("district", district)
                .bind("at", Sql.orNull(Instant.class, last == null ? null : last.at()))
                .bind("id", Sql.orNull(UUID.class, last == null ? null : last.id()))
                .bind("most", most)
                .bind("attempts", attempts)
                .bind("forgotten", forgottenBefore)
                .map(StaffListTable::member)
                .all();
    }

    private static StaffMember member(Readable row) {
        String unit = row.get("unit_code", String.class);
        return new StaffMember(
                Sql.id(row, "id"),
                Sql.text(row, "login"),
                Sql.text(row, "name"),
                Sql.roles(row, "roles").stream().sorted().toList(),
                unit == null ? null : new Me.Named(unit, Sql.text(row, "unit_name")),
                row.get("area", String.class),
                Sql.value(row, "on_duty", Boolean.class),
                Sql.value(row, "created_at", Instant.class),
                row.get("linked_at", Instant.class),
                Me.Linked.of(row.get("following", Boolean.class)),
                Sql.value(row, "locked", Boolean.class));
    }
}
