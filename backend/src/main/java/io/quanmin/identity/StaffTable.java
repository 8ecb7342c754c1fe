package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Staff, their logins and roles. */
@Component
final class StaffTable {

    private final DatabaseClient database;

    StaffTable(DatabaseClient database) {
        this.database = database;
    }

    /** What a login is checked against; empty when nobody serves under it. */
    Mono<Credentials> credentials(String district, String login) {
        return database.sql("""
                        select district, person, password_hash from identity.staff
                         where district = :district and login = :login and left_at is null
                        """)
                .bind("district", district)
                .bind("login", login)
                .map(row -> new Credentials(Sql.id(row, "person"), row.get("password_hash", String.class)))
                .one();
    }

    /** The login a person has a password for; empty where they have none. */
    Mono<String> login(Id person) {
        return database.sql("""
                        select login from identity.staff
                         where district = :district and person = :person and left_at is null
                           and password_hash is not null
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .map(row -> Sql.text(row, "login"))
                .one();
    }

    Mono<Void> password(Id person, String hash) {
        return database.sql("""
                        update identity.staff set password_hash = :hash
                         where district = :district and person = :person and left_at is null
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("hash", hash)
                .then();
    }

    Mono<Id> byLogin(String district, String login) {
        return database.sql("select district, id from identity.staff where district = :district and login = :login")
                .bind("district", district)
                .bind("login", login)
                .map(row -> Sql.id(row, "id"))
                .one();
    }

    /** How many rows were written: 0 when the login is taken. */
    Mono<Long> add(Id staff, Id person, NewStaff values, @Nullable String hash, @Nullable Id unit, Instant now) {
        return database.sql("""
                        insert into identity.staff
                               (district, id, person, login, name, password_hash, unit, area, scope, on_duty, created_at)
                        values (:district, :id, :person, :login, :name, :hash, :unit, :area, :scope, :duty, :now)
                        on conflict (district, login) do nothing
                        """)
                .bind("district", staff.district())
                .bind("id", staff.value())
                .bind("person", person.value())
                .bind("login", values.login())
                .bind("name", values.name())
                .bind("hash", Sql.orNull(String.class, hash))
                .bind("unit", Sql.orNull(UUID.class, unit == null ? null : unit.value()))
                .bind("area", Sql.orNull(String.class, values.area()))
                .bind("scope", Sql.orNull(String.class, values.scope()))
                .bind("duty", values.onDuty())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> give(Id staff, Set<Role> roles) {
        return database.sql("""
                        insert into identity.staff_role (district, staff, role)
                        select :district, :staff, role from unnest(:roles) as role
                        on conflict do nothing
                        """)
                .bind("district", staff.district())
                .bind("staff", staff.value())
                .bind("roles", roles.stream().map(Enum::name).toArray(String[]::new))
                .then();
    }

    /** A staff member who serves, locked until the transaction ends; empty when there is none. */
    Mono<Linking> lock(Id staff) {
        return database.sql("""
                        select district, person, linked_at from identity.staff
                         where district = :district and id = :id and left_at is null
                           for update
                        """)
                .bind("district", staff.district())
                .bind("id", staff.value())
                .map(row -> new Linking(Sql.id(row, "person"), row.get("linked_at", Instant.class) != null))
                .one();
    }

    /** Whether a person serves as somebody. */
    Mono<Boolean> serves(Id person) {
        return database.sql("""
                        select exists (select from identity.staff
                                        where district = :district and person = :person and left_at is null) as serves
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .map(row -> Sql.value(row, "serves", Boolean.class))
                .one();
    }

    /** Ends a service; the person whose it was, empty when nobody serves by that id. */
    Mono<Id> leave(Id staff, Instant now) {
        return database.sql("""
                        with code as (delete from identity.bind_code where district = :district and staff = :id)
                        update identity.staff set left_at = :now, on_duty = false, password_hash = null
                         where district = :district and id = :id and left_at is null
                        returning district, person
                        """)
                .bind("district", staff.district())
                .bind("id", staff.value())
                .bind("now", now)
                .map(row -> Sql.id(row, "person"))
                .one();
    }

    Mono<Void> linked(Id staff, Id person, Instant now) {
        return database.sql("""
                        update identity.staff set person = :person, linked_at = :now
                         where district = :district and id = :id
                        """)
                .bind("district", staff.district())
                .bind("id", staff.value())
                .bind("person", person.value())
                .bind("now", now)
                .then();
    }

    /** Whose session opens, and by which hash. */
    record Credentials(Id person, @Nullable String hash) {}

    /** Whose person a staff member is, and whether that came from WeChat. */
    record Linking(Id person, boolean linked) {}
}
