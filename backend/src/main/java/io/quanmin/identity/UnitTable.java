package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Departments and partners. */
@Component
final class UnitTable {

    /** Far more than a city has. */
    private static final int MOST = 5_000;

    private final DatabaseClient database;

    UnitTable(DatabaseClient database) {
        this.database = database;
    }

    /** Adds one, or brings the one with its code up to date; empty when its parent is unknown. */
    Mono<Unit> put(Id id, NewUnit unit) {
        return database.sql("""
                        insert into identity.unit as u (district, id, code, name, area, parent, kind)
                        select :district, :id, :code, :name, :area, p.id, :kind
                          from (select) as one
                          left join identity.unit p on p.district = :district and p.code = :parent
                         where cast(:parent as text) is null or p.id is not null
                        on conflict (district, code) do update
                           set name = excluded.name, area = excluded.area, parent = excluded.parent, kind = excluded.kind
                        returning district, id, code, name, area, parent, kind
                        """)
                .bind("district", id.district())
                .bind("id", id.value())
                .bind("code", unit.code())
                .bind("name", unit.name())
                .bind("area", unit.area())
                .bind("parent", Sql.orNull(String.class, unit.parent()))
                .bind("kind", unit.kind().name())
                .map(UnitTable::unit)
                .one();
    }

    Flux<Unit> all(String district) {
        return database.sql("""
                        select district, id, code, name, area, parent, kind from identity.unit
                         where district = :district order by code limit :most
                        """)
                .bind("district", district)
                .bind("most", MOST)
                .map(UnitTable::unit)
                .all();
    }

    private static Unit unit(Readable row) {
        return new Unit(
                Sql.id(row, "id"),
                Sql.text(row, "code"),
                Sql.text(row, "name"),
                Sql.text(row, "area"),
                Sql.idOrNull(row, "parent"),
                Unit.Kind.valueOf(Sql.text(row, "kind")));
    }
}
