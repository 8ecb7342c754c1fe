package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which photos belong to which step of which case. */
@Component
class CasePhotoTable {

    private final DatabaseClient database;

    CasePhotoTable(DatabaseClient database) {
        this.database = database;
    }

    /** Adds photos in their order, in one statement; none is fine, and one it has already stays where it came. */
    Mono<Void> add(Id caseId, long version, Brought brought) {
        List<Id> photos = brought.photos();
        return photos.isEmpty()
                ? Mono.empty()
                : database.sql("""
                                insert into casework.photo (district, case_id, photo, version, ordinal, kind)
                                select :district, :caseId, photo, :version, ordinal, :kind
                                from unnest(:photos) with ordinality as given (photo, ordinal)
                                on conflict do nothing
                                """)
                        .bind("district", caseId.district())
                        .bind("caseId", caseId.value())
                        .bind("version", version)
                        .bind("kind", brought.kind().name())
                        .bind("photos", photos.stream().map(Id::toString).toArray(String[]::new))
                        .then();
    }

    /** All photos of a case, in order. */
    Flux<CasePhoto> of(Id caseId) {
        return database.sql("""
                        select * from casework.photo
                        where district = :district and case_id = :caseId
                        order by version, ordinal
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .map(CasePhotoTable::photo)
                .all();
    }

    /** The first photo of each case, where it has one. */
    Flux<CasePhoto> firstOf(Collection<Id> cases) {
        return database.sql("""
                        select distinct on (photo.district, photo.case_id) photo.*
                        from unnest(:districts, :cases) as wanted (district, case_id)
                        join casework.photo photo
                            on photo.district = wanted.district::char(6) and photo.case_id = wanted.case_id
                        where kind = 'PROBLEM'
                        order by photo.district, photo.case_id, version, ordinal
                        """)
                .bind("districts", cases.stream().map(Id::district).toArray(String[]::new))
                .bind("cases", cases.stream().map(Id::value).toArray(UUID[]::new))
                .map(CasePhotoTable::photo)
                .all();
    }

    /** Writes down who decided what the public may see. */
    Mono<Void> judged(Id caseId, JudgingPhotos.Judgement judgement, Id by, Instant now) {
        return database.sql("""
                        insert into casework.photo_judgement (district, case_id, photo, ordinal, fit, by_person, at)
                        select :district, :caseId, :photo, 1 + count(*), :fit, :by, :now
                        from casework.photo_judgement
                        where district = :district and case_id = :caseId and photo = :photo
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("photo", judgement.photo().toString())
                .bind("fit", judgement.fit())
                .bind("by", by.toString())
                .bind("now", now)
                .then();
    }

    /** The photos of the problems of several cases. */
    Flux<CasePhoto> ofAll(Collection<Id> cases) {
        return database.sql("""
                        select photo.*
                        from unnest(:districts, :cases) as wanted (district, case_id)
                        join casework.photo photo
                            on photo.district = wanted.district::char(6) and photo.case_id = wanted.case_id
                        where kind = 'PROBLEM'
                        """)
                .bind("districts", cases.stream().map(Id::district).toArray(String[]::new))
                .bind("cases", cases.stream().map(Id::value).toArray(UUID[]::new))
                .map(CasePhotoTable::photo)
                .all();
    }

    private static CasePhoto photo(Readable row) {
        return new CasePhoto(
                new Id(get(row, "district", String.class), get(row, "case_id", UUID.class)),
                Id.parse(get(row, "photo", String.class)),
                get(row, "version", Long.class),
                CasePhoto.Kind.valueOf(get(row, "kind", String.class)));
    }
}
