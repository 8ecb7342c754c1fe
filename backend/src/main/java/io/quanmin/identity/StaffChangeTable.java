package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.r2dbc.spi.Readable;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Staff records while an administrator changes them. */
@Component
final class StaffChangeTable {

    private final DatabaseClient database;

    StaffChangeTable(DatabaseClient database) {
        this.database = database;
    }

    /** A record, locked until the transaction ends; empty when nobody serves by this id. */
    Mono<Kept> lock(Id staff) {
        return database.sql("""
                        select f.district, f.person, f.login, f.name, f.area, f.on_duty,
                               (select u.code from identity.unit u where u.district = f.district and u.id = f.unit) as unit,
                               (select array_agg(r.role) from identity.staff_role r
                                 where r.district = f.district and r.staff = f.id) as roles
                          from identity.staff f
                         where f.district = :district and f.id = :id and f.left_at is null
                           for update of f
                        """)
                .bind("district", staff.district())
                .bind("id", staff.value())
                .map(StaffChangeTable::kept)
                .one();
    }

    /** What somebody was called, whether they still serve or not. */
    Mono<String> name(Id staff) {
        return database.sql("select name from identity.staff where district = :district and id = :id")
                .bind("district", staff.district())
                .bind("id", staff.value())
                .map(row -> Sql.text(row, "name"))
                .one();
    }

    Mono<Void> change(Id staff, NewStaff values, @Nullable Id unit) {
        return database.sql("""
                        update identity.staff
                           set name = :name, unit = :unit, area = :area, scope = :scope, on_duty = :duty
                         where district = :district and id = :id
                        """)
                .bind("district", staff.district())
                .bind("id", staff.value())
                .bind("name", values.name())
                .bind("unit", Sql.orNull(UUID.class, unit == null ? null : unit.value()))
                .bind("area", Sql.orNull(String.class, values.area()))
                .bind("scope", Sql.orNull(String.class, values.scope()))
                .bind("duty", values.onDuty())
                .then();
    }

    Mono<Void> takeRoles(Id staff) {
        return database.sql("delete from identity.staff_role where district = :district and staff = :staff")
                .bind("district", staff.district())
                .bind("staff", staff.value())
                .then();
    }

    private static Kept kept(Readable row) {
        return new Kept(
                Sql.id(row, "person"),
                Sql.text(row, "login"),
                Sql.text(row, "name"),
                row.get("unit", String.class),
                row.get("area", String.class),
                Sql.value(row, "on_duty", Boolean.class),
                Sql.roles(row, "roles"));
    }

    /** A record as it was. */
    record Kept(
            Id person,
            String login,
            String name,
            @Nullable String unit,
            @Nullable String area,
            boolean onDuty,
            Set<Role> roles) {

        String words() {
            return "姓名 %s，单位 %s，辖区 %s，%s"
                    .formatted(name, unit == null ? "无" : unit, area == null ? "无" : area, onDuty ? "在岗" : "不在岗");
        }

        String roleWords() {
            return words(roles);
        }

        static String words(Set<Role> roles) {
            return roles.isEmpty()
                    ? "无角色"
                    : roles.stream().map(Enum::name).sorted().collect(Collectors.joining("、"));
        }
    }
}
