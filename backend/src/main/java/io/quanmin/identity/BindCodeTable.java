package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Bind codes, by their hash. */
@Component
final class BindCodeTable {

    private final DatabaseClient database;

    BindCodeTable(DatabaseClient database) {
        this.database = database;
    }

    /** Makes a code the only one of a staff member; how many rows were written: 0 when nobody serves by that id. */
    Mono<Long> replace(Id staff, byte[] hash, Instant now, Instant expires) {
        return database.sql("""
                        with earlier as (
                            delete from identity.bind_code where district = :district and staff = :staff)
                        insert into identity.bind_code (district, code_hash, staff, created_at, expires_at)
                        select district, :hash, id, :now, :expires from identity.staff
                         where district = :district and id = :staff and left_at is null
                        """)
                .bind("district", staff.district())
                .bind("staff", staff.value())
                .bind("hash", hash)
                .bind("now", now)
                .bind("expires", expires)
                .fetch()
                .rowsUpdated();
    }

    /** Ends the code of a staff member. */
    Mono<Void> forget(Id staff) {
        return database.sql("delete from identity.bind_code where district = :district and staff = :staff")
                .bind("district", staff.district())
                .bind("staff", staff.value())
                .then();
    }

    /** Uses a code up; empty when it is unknown, used or expired. */
    Mono<Id> use(String district, byte[] hash, Instant now) {
        return database.sql("""
                        update identity.bind_code set used_at = :now
                         where district = :district and code_hash = :hash and used_at is null and expires_at > :now
                        returning district, staff
                        """)
                .bind("district", district)
                .bind("hash", hash)
                .bind("now", now)
                .map(row -> Sql.id(row, "staff"))
                .one();
    }
}
