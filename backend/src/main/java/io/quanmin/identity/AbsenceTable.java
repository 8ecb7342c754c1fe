package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is away, and who stands in for them. */
@Component
final class AbsenceTable {

    private final DatabaseClient database;

    AbsenceTable(DatabaseClient database) {
        this.database = database;
    }

    /** Absences that are not over: of a person, for whom a person stands in, and of a unit's staff; at most a hundred. */
    Flux<AbsenceView> known(Id person, @Nullable Id unit, Instant at) {
        return database.sql("""
                        select a.district, a.id, a.person, a.from_at, a.until_at,
                               f.id as staff, f.name as staff_name, s.id as substitute, s.name as substitute_name
                          from identity.absence a
                          join identity.staff f on f.district = a.district and f.person = a.person
                          join identity.staff s on s.district = a.district and s.person = a.substitute_person
                         where a.district = :district and a.until_at > :at
                           and (a.person = :person or a.substitute_person = :person or f.unit = :unit)
                         order by a.from_at, a.id limit 100
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("unit", Sql.orNull(UUID.class, unit == null ? null : unit.value()))
                .bind("at", at)
                .map(row -> new AbsenceView(
                        Sql.id(row, "id"),
                        new AbsenceView.Colleague(Sql.id(row, "staff"), Sql.text(row, "staff_name")),
                        new AbsenceView.Colleague(Sql.id(row, "substitute"), Sql.text(row, "substitute_name")),
                        Sql.value(row, "from_at", Instant.class),
                        Sql.value(row, "until_at", Instant.class),
                        Sql.id(row, "person").equals(person),
                        !Sql.value(row, "from_at", Instant.class).isAfter(at)))
                .all();
    }

    /** Who serves by a staff id; empty when nobody does. */
    Mono<Serving> serving(Id staff) {
        return database.sql("""
                        select district, id, person, unit from identity.staff
                         where district = :district and id = :id and left_at is null
                        """)
                .bind("district", staff.district())
                .bind("id", staff.value())
                .map(row -> new Serving(Sql.id(row, "id"), Sql.id(row, "person"), Sql.idOrNull(row, "unit")))
                .one();
    }

    /** Who serves in the same unit, in every role of somebody, for an area that holds theirs; at most a hundred, by name. */
    Flux<AbsenceView.Colleague> candidates(Id staff) {
        return database.sql("""
                        select s.district, s.id, s.name
                          from identity.staff f
                          join identity.staff s on s.district = f.district and s.id <> f.id and s.left_at is null
                                               and s.unit is not distinct from f.unit
                                               and (f.scope is null or starts_with(f.scope, s.scope))
                         where f.district = :district and f.id = :id
                           and not exists (
                               select from identity.staff_role r
                                where r.district = f.district and r.staff = f.id
                                  and not exists (
                                      select from identity.staff_role q
                                       where q.district = s.district and q.staff = s.id and q.role = r.role))
                         order by s.name, s.id limit 100
                        """)
                .bind("district", staff.district())
                .bind("id", staff.value())
                .map(row -> new AbsenceView.Colleague(Sql.id(row, "id"), Sql.text(row, "name")))
                .all();
    }

    /** Locks both until the transaction ends, in the order of their ids; the person of the second. */
    Mono<Id> lock(Id staff, Id substitute) {
        return database.sql("""
                        select district, id, person from identity.staff
                         where district = :district and id = any(:both) order by id for update
                        """)
                .bind("district", staff.district())
                .bind("both", Sql.values(List.of(staff, substitute)))
                .map(row -> Map.entry(Sql.id(row, "id"), Sql.id(row, "person")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .mapNotNull(persons -> persons.get(substitute));
    }

    /** Whether in that time who stands in is away, or who is away stands in for somebody or is away already. */
    Mono<Boolean> overlaps(Id person, Id substitute, Instant from, Instant until) {
        return database.sql("""
                        select exists (
                            select from identity.absence
                             where district = :district and from_at < :until and until_at > :from
                               and (person in (:person, :substitute) or substitute_person = :person)) as overlaps
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("substitute", substitute.value())
                .bind("from", from)
                .bind("until", until)
                .map(row -> Sql.value(row, "overlaps", Boolean.class))
                .one();
    }

    Mono<Void> add(Id id, Id person, Id substitute, Instant from, Instant until, Id by) {
        return database.sql("""
                        insert into identity.absence
                               (district, id, person, substitute_person, from_at, until_at, set_by_person)
                        values (:district, :id, :person, :substitute, :from, :until, :by)
                        """)
                .bind("district", id.district())
                .bind("id", id.value())
                .bind("person", person.value())
                .bind("substitute", substitute.value())
                .bind("from", from)
                .bind("until", until)
                .bind("by", by.value())
                .then();
    }

    /** Ends an absence of a person, or of somebody of a unit; one that has not begun goes. How many: one or none. */
    Mono<Long> end(Id absence, Id person, @Nullable Id unit, Instant now) {
        return database.sql("""
                        with theirs as (
                            select a.id from identity.absence a
                              join identity.staff f on f.district = a.district and f.person = a.person
                             where a.district = :district and a.id = :id and a.until_at > :now
                               and (a.person = :person or f.unit = :unit)),
                        gone as (
                            delete from identity.absence
                             where district = :district and id in (select id from theirs) and from_at >= :now
                            returning 1),
                        ended as (
                            update identity.absence set until_at = :now
                             where district = :district and id in (select id from theirs) and from_at < :now
                            returning 1)
                        select (select count(*) from gone) + (select count(*) from ended) as many
                        """)
                .bind("district", absence.district())
                .bind("id", absence.value())
                .bind("person", person.value())
                .bind("unit", Sql.orNull(UUID.class, unit == null ? null : unit.value()))
                .bind("now", now)
                .map(row -> Sql.value(row, "many", Long.class))
                .one();
    }

    /** Of those who are away at a moment, who stands in for them. */
    Mono<Map<Id, Id>> substitutes(String district, Collection<Id> persons, Instant at) {
        return database.sql("""
                        select district, person, substitute_person from identity.absence
                         where district = :district and person = any(:persons) and from_at <= :at and until_at > :at
                        """)
                .bind("district", district)
                .bind("persons", Sql.values(persons))
                .bind("at", at)
                .map(row -> Map.entry(Sql.id(row, "person"), Sql.id(row, "substitute_person")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** For whom somebody stands in at a moment. */
    Flux<Id> standingInFor(Id substitute, Instant at) {
        return database.sql("""
                        select district, person from identity.absence
                         where district = :district and substitute_person = :substitute
                           and from_at <= :at and until_at > :at
                        """)
                .bind("district", substitute.district())
                .bind("substitute", substitute.value())
                .bind("at", at)
                .map(row -> Sql.id(row, "person"))
                .all();
    }

    /** Who serves. */
    record Serving(Id staff, Id person, @Nullable Id unit) {}
}
