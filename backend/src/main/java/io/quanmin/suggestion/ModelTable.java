package io.quanmin.suggestion;

import io.quanmin.kernel.CitySettings;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Versions of the model: the model itself, how it did, and how reviewers took its suggestions. */
@Component
class ModelTable {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final String city;

    ModelTable(DatabaseClient database, JsonMapper json, CitySettings city) {
        this.database = database;
        this.json = json;
        this.city = city.code();
    }

    /** The newest version's number; 0 where there is none. */
    Mono<Integer> newest() {
        return database.sql("select coalesce(max(version), 0) from suggestion.model where district = :city")
                .bind("city", city)
                .mapValue(Integer.class)
                .one();
    }

    /** Whether the newest version was learned from just this. */
    Mono<Boolean> knows(String fingerprint) {
        return database.sql("""
                        select fingerprint = :fingerprint from suggestion.model
                        where district = :city order by version desc limit 1
                        """)
                .bind("city", city)
                .bind("fingerprint", fingerprint)
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(false);
    }

    /** The version in use if it is newer than one already known; empty otherwise. */
    Mono<Packed> inUse(int known) {
        return database.sql("""
                        select version, types, units from suggestion.model
                        where district = :city and used and version > :known
                        order by version desc limit 1
                        """)
                .bind("city", city)
                .bind("known", known)
                .map(ModelTable::packed)
                .one();
    }

    private static Packed packed(Readable row) {
        return new Packed(
                get(row, "version", Integer.class), get(row, "types", byte[].class), row.get("units", byte[].class));
    }

    /** Adds a version. */
    Mono<Void> add(int version, Lesson lesson, Lesson.Learned learned, boolean used, Instant at) {
        Examination examined = learned.examination();
        Classifier units = learned.units();
        return database.sql("""
                        insert into suggestion.model (
                            district, version, algorithm, trained_at, samples, decisions, fingerprint, types, units, accuracy, used,
                            examination, unit_examination)
                        values (:city, :version, :algorithm, :at, :samples, :decisions, :fingerprint, :types, :units, :accuracy,
                            :used, :examination::jsonb, :unitExamination::jsonb)
                        """)
                .bind("city", city)
                .bind("version", version)
                .bind("algorithm", Classifier.ALGORITHM)
                .bind("at", at)
                .bind("samples", lesson.types().size())
                .bind("decisions", lesson.decisions())
                .bind("fingerprint", lesson.fingerprint())
                .bind("types", learned.types().bytes())
                .bind("units", Parameters.in(R2dbcType.VARBINARY, units == null ? null : units.bytes()))
                .bind("accuracy", examined.accuracy())
                .bind("used", used)
                .bind("examination", json.writeValueAsString(examined))
                .bind("unitExamination", Parameters.in(R2dbcType.VARCHAR, text(learned.unitExamination())))
                .then();
    }

    private @Nullable String text(@Nullable Examination examination) {
        return examination == null ? null : json.writeValueAsString(examination);
    }

    /** Leaves so many of the newest versions, and always the one in use. */
    Mono<Long> keep(int most) {
        return database.sql("""
                        delete from suggestion.model
                        where district = :city
                          and version not in (
                              select version from suggestion.model where district = :city order by version desc limit :most)
                          and version <> (select max(version) from suggestion.model where district = :city and used)
                        """).bind("city", city).bind("most", most).fetch().rowsUpdated();
    }

    /** What is known of the versions, newest first. */
    Flux<ModelView> all(int most) {
        return database.sql("""
                        select version, algorithm, trained_at, samples, decisions, used, examination, unit_examination, judged, agreed,
                               version = max(version) filter (where used) over () as present
                        from suggestion.model where district = :city order by version desc limit :most
                        """)
                .bind("city", city)
                .bind("most", most)
                .map(this::view)
                .all();
    }

    private ModelView view(Readable row) {
        String units = row.get("unit_examination", String.class);
        return new ModelView(
                get(row, "version", Integer.class),
                get(row, "algorithm", String.class),
                get(row, "trained_at", Instant.class),
                get(row, "samples", Integer.class),
                get(row, "decisions", Integer.class),
                Boolean.TRUE.equals(row.get("present", Boolean.class)),
                get(row, "used", Boolean.class),
                ModelView.Score.of(examination(get(row, "examination", String.class))),
                units == null ? null : ModelView.Score.of(examination(units)),
                get(row, "judged", Integer.class),
                get(row, "agreed", Integer.class));
    }

    private Examination examination(String text) {
        return json.readValue(text, Examination.class);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    /** A version as it is kept. Unpacking it takes a processor. */
    record Packed(int version, byte[] types, byte @Nullable [] units) {

        Model model() {
            return new Model(version, Classifier.read(types), units == null ? null : Classifier.read(units));
        }
    }
}
