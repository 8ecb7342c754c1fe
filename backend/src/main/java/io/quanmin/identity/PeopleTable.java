package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** People as other modules ask for them. An id of an account that was merged finds the person it became. */
@Component
final class PeopleTable {

    /** Unit and role audiences beyond this are a mistake of set-up, not an audience. */
    private static final int MOST_STAFF = 2_000;

    private final DatabaseClient database;

    PeopleTable(DatabaseClient database) {
        this.database = database;
    }

    /** By the ids asked for; erased persons and those without a name are left out. */
    Flux<Map.Entry<Id, PersonName>> names(String district, Collection<Id> persons) {
        return database.sql("""
                        select asked.district, asked.id, coalesce(f.name, p.name, c.name) as name, u.name as unit_name
                          from identity.person asked
                          join identity.person p on p.district = asked.district
                                                and p.id = coalesce(asked.merged_into, asked.id)
                          left join lateral (
                               select name, unit, district from identity.staff s
                                where s.district = p.district and s.person = p.id
                                order by s.left_at desc nulls first limit 1) f on true
                          left join identity.caller c on c.district = p.district and c.person = p.id
                          left join identity.unit u on u.district = f.district and u.id = f.unit
                         where asked.district = :district and asked.id = any(:persons) and p.erased_at is null
                           and coalesce(f.name, p.name, c.name) is not null
                        """)
                .bind("district", district)
                .bind("persons", Sql.values(persons))
                .map(PeopleTable::name)
                .all();
    }

    /** As {@link #names}, only what people call themselves. */
    Flux<Map.Entry<Id, PersonName>> nicknames(String district, Collection<Id> persons) {
        return database.sql("""
                        select asked.district, asked.id, p.name, cast(null as text) as unit_name
                          from identity.person asked
                          join identity.person p on p.district = asked.district
                                                and p.id = coalesce(asked.merged_into, asked.id)
                         where asked.district = :district and asked.id = any(:persons) and p.erased_at is null
                           and p.name is not null
                        """)
                .bind("district", district)
                .bind("persons", Sql.values(persons))
                .map(PeopleTable::name)
                .all();
    }

    Flux<Contact> contacts(String district, Collection<Id> persons) {
        return database.sql("""
                        select asked.district, asked.id, a.openid, s.openid as service_openid, s.following
                          from identity.person asked
                          join identity.person p on p.district = asked.district
                                                and p.id = coalesce(asked.merged_into, asked.id)
                          left join lateral (
                               select openid from identity.wechat_account w
                                where w.district = p.district and w.person = p.id
                                order by seen_at desc limit 1) a on true
                          left join lateral (
                               select openid, following from identity.service_account w
                                where w.district = p.district and w.person = p.id
                                order by following desc, changed_at desc limit 1) s on true
                         where asked.district = :district and asked.id = any(:persons) and p.erased_at is null
                        """)
                .bind("district", district)
                .bind("persons", Sql.values(persons))
                .map(PeopleTable::contact)
                .all();
    }

    Flux<String> openids(Id person) {
        return database.sql("""
                        select openid from identity.wechat_account
                        where district = :district and person = :person order by openid limit 100
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .mapValue(String.class)
                .all();
    }

    /** Those on duty; where nobody is, everybody of the unit. */
    Flux<Id> onDuty(Id unit) {
        return database.sql("""
                        select f.district, f.person from identity.staff f
                         where f.district = :district and f.unit = :unit and f.left_at is null
                           and (f.on_duty or not exists (
                                select from identity.staff d
                                 where d.district = :district and d.unit = :unit and d.on_duty and d.left_at is null))
                         order by f.id limit :most
                        """)
                .bind("district", unit.district())
                .bind("unit", unit.value())
                .bind("most", MOST_STAFF)
                .map(row -> Sql.id(row, "person"))
                .all();
    }

    Flux<Id> leaders(Id unit) {
        return ofUnit(unit, Role.LEADER);
    }

    Flux<Id> officers(Id unit) {
        return ofUnit(unit, Role.OFFICER);
    }

    private Flux<Id> ofUnit(Id unit, Role role) {
        return database.sql("""
                        select f.district, f.person
                          from identity.staff f
                          join identity.staff_role r on r.district = f.district and r.staff = f.id
                         where f.district = :district and f.unit = :unit and f.left_at is null and r.role = :role
                         order by f.id limit :most
                        """)
                .bind("district", unit.district())
                .bind("unit", unit.value())
                .bind("role", role.name())
                .bind("most", MOST_STAFF)
                .map(row -> Sql.id(row, "person"))
                .all();
    }

    Flux<Id> withRole(String district, Role role, String area) {
        return database.sql("""
                        select f.district, f.person
                          from identity.staff_role r
                          join identity.staff f on f.district = r.district and f.id = r.staff
                         where r.district = :district and r.role = :role and f.left_at is null
                           and starts_with(:area, f.scope)
                         order by f.id limit :most
                        """)
                .bind("district", district)
                .bind("role", role.name())
                .bind("area", area)
                .bind("most", MOST_STAFF)
                .map(row -> Sql.id(row, "person"))
                .all();
    }

    Flux<Id> serving(String district, Role role) {
        return database.sql("""
                        select f.district, f.person
                          from identity.staff_role r
                          join identity.staff f on f.district = r.district and f.id = r.staff
                         where r.district = :district and r.role = :role and f.left_at is null
                         order by f.id limit :most
                        """)
                .bind("district", district)
                .bind("role", role.name())
                .bind("most", MOST_STAFF)
                .map(row -> Sql.id(row, "person"))
                .all();
    }

    /** The next persons after one, in order of id. */
    Flux<Id> after(String district, @Nullable Id last, int most) {
        return database.sql("""
                        select district, id from identity.person
                         where district = :district and (cast(:last as uuid) is null or id > :last)
                           and erased_at is null and merged_into is null
                         order by id limit :most
                        """)
                .bind("district", district)
                .bind("last", Sql.orNull(UUID.class, last == null ? null : last.value()))
                .bind("most", most)
                .map(row -> Sql.id(row, "id"))
                .all();
    }

    private static Map.Entry<Id, PersonName> name(Readable row) {
        return Map.entry(Sql.id(row, "id"), new PersonName(Sql.text(row, "name"), row.get("unit_name", String.class)));
    }

    private static Contact contact(Readable row) {
        return new Contact(
                Sql.id(row, "id"),
                row.get("openid", String.class),
                row.get("service_openid", String.class),
                Boolean.TRUE.equals(row.get("following", Boolean.class)));
    }
}
