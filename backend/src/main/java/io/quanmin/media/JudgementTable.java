package io.quanmin.media;

import io.quanmin.kernel.Id;
import io.quanmin.media.Photo.Screening;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether the public may see a photo. */
@Component
class JudgementTable {

    private final DatabaseClient database;

    JudgementTable(DatabaseClient database) {
        this.database = database;
    }

    /** A person's word is the last. */
    Mono<Void> byPerson(Collection<Id> photos, Screening screening) {
        return database.sql("""
                        update media.photo set screening = :screening, judged_by_person = true
                        where (district, id) in (select * from unnest(:districts::text[], :ids::uuid[]))
                        """)
                .bind("screening", screening.name())
                .bind("districts", photos.stream().map(Id::district).toArray(String[]::new))
                .bind("ids", photos.stream().map(Id::value).toArray(UUID[]::new))
                .then();
    }

    /** Passes those left to a person, and remembers of those still waiting for the check that it may leave nothing to one. */
    Mono<Void> lookedAt(Collection<Id> photos) {
        return database.sql("""
                        update media.photo
                        set looked_at = true,
                            judged_by_person = judged_by_person or screening = 'FOR_PERSON',
                            screening = case screening when 'FOR_PERSON' then 'PASSED' else screening end
                        where (district, id) in (select * from unnest(:districts::text[], :ids::uuid[]))
                            and screening in ('PENDING', 'FOR_PERSON')
                        """)
                .bind("districts", photos.stream().map(Id::district).toArray(String[]::new))
                .bind("ids", photos.stream().map(Id::value).toArray(UUID[]::new))
                .then();
    }

    /**
     * Counts only where no person has spoken; a late verdict still settles what was waiting for one. What it leaves to a person
     * who has looked already is passed.
     */
    Mono<Void> byMachine(Id photo, Screening screening) {
        return database.sql("""
                        update media.photo
                        set screening = case when looked_at and :screening = 'FOR_PERSON' then 'PASSED' else :screening end
                        where district = :district and id = :id and not judged_by_person
                            and screening in ('PENDING', 'FOR_PERSON')
                        """)
                .bind("screening", screening.name())
                .bind("district", photo.district())
                .bind("id", photo.value())
                .then();
    }

    /** Subjects of photos that wait for a person, longest first; each once. */
    Flux<Id> waiting(int most) {
        return database.sql("""
                        select subject_district, subject from media.photo
                        where screening = 'FOR_PERSON' and subject is not null
                        group by subject_district, subject
                        order by min(uploaded_at)
                        limit :most
                        """)
                .bind("most", most)
                .map(row -> new Id(
                        Objects.requireNonNull(row.get("subject_district", String.class)),
                        Objects.requireNonNull(row.get("subject", UUID.class))))
                .all();
    }
}
