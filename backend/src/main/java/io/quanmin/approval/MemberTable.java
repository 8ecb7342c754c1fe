package io.quanmin.approval;

import static io.quanmin.approval.Row.get;
import static io.quanmin.approval.Row.person;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The working group's members, present and past. */
@Component
class MemberTable {

    /** Far more than a working group has had. */
    private static final int MOST = 500;

    private final DatabaseClient database;
    private final CitySettings city;

    MemberTable(DatabaseClient database, CitySettings city) {
        this.database = database;
        this.city = city;
    }

    /** Nobody else changes the membership until the transaction ends. */
    Mono<Void> lock() {
        return database.sql("select cast(pg_advisory_xact_lock(hashtext('approval.member')) as text)")
                .then();
    }

    /** The latest first. */
    Flux<Member> all() {
        return database.sql("""
                        select * from approval.member where district = :district
                        order by from_day desc, id desc limit :most
                        """)
                .bind("district", city.code())
                .bind("most", MOST)
                .map(MemberTable::member)
                .all();
    }

    Flux<Member> present(LocalDate day) {
        return all().filter(member -> member.belongs(day));
    }

    Mono<Void> add(Member member, Id by, Instant at) {
        return database.sql("""
                        insert into approval.member (district, id, person, head, duty, from_day, until_day, by_person, at)
                        values (:district, :id, :person, :head, :duty, :from, :until, :by, :at)
                        """)
                .bind("district", member.id().district())
                .bind("id", member.id().value())
                .bind("person", Row.maybe(member.person()))
                .bind("head", member.head())
                .bind("duty", member.duty())
                .bind("from", member.from())
                .bind("until", Row.maybe(LocalDate.class, member.until()))
                .bind("by", by.toString())
                .bind("at", at)
                .then();
    }

    Mono<Void> end(Id member, LocalDate day) {
        return database.sql("""
                        update approval.member set until_day = :day
                        where district = :district and id = :id and (until_day is null or until_day > :day)
                        """)
                .bind("district", member.district())
                .bind("id", member.value())
                .bind("day", day)
                .then();
    }

    private static Member member(Readable row) {
        return new Member(
                Row.id(row),
                person(row, "person"),
                get(row, "head", Boolean.class),
                get(row, "duty", String.class),
                get(row, "from_day", LocalDate.class),
                row.get("until_day", LocalDate.class));
    }
}
