package io.quanmin.approval;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which types of problem reviewers are qualified for; who has no row may review all. */
@Component
class QualificationTable implements Qualifications {

    private final DatabaseClient database;
    private final CitySettings city;

    QualificationTable(DatabaseClient database, CitySettings city) {
        this.database = database;
        this.city = city;
    }

    @Override
    public Mono<Qualification> of(Id person) {
        return of(Set.of(person)).next().map(Map.Entry::getValue).defaultIfEmpty(Qualification.ALL);
    }

    /** By person; who may review all is left out. */
    Flux<Map.Entry<Id, Qualification>> of(Collection<Id> persons) {
        return database.sql("""
                        select person, types from approval.qualification
                        where district = :district and person = any(:persons)
                        """)
                .bind("district", city.code())
                .bind("persons", persons.stream().map(Id::toString).toArray(String[]::new))
                .map(row -> Map.entry(
                        Id.parse(Objects.requireNonNull(row.get("person", String.class))),
                        Qualification.only(Set.of(Objects.requireNonNull(row.get("types", String[].class))))))
                .all();
    }

    /** What holds from now on. */
    Mono<Void> set(Id person, Qualification qualification, Id by, Instant at) {
        if (qualification.all()) {
            return database.sql("delete from approval.qualification where district = :district and person = :person")
                    .bind("district", city.code())
                    .bind("person", person.toString())
                    .then();
        }
        return database.sql("""
                        insert into approval.qualification (district, person, types, by_person, at)
                        values (:district, :person, :types, :by, :at)
                        on conflict (district, person) do update
                        set types = excluded.types, by_person = excluded.by_person, at = excluded.at
                        """)
                .bind("district", city.code())
                .bind("person", person.toString())
                .bind("types", qualification.types().stream().sorted().toArray(String[]::new))
                .bind("by", by.toString())
                .bind("at", at)
                .then();
    }
}
