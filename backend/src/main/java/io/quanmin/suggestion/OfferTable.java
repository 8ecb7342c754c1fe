package io.quanmin.suggestion;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was suggested for each case, and what a person decided. */
@Component
class OfferTable {

    private final DatabaseClient database;

    OfferTable(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps what is offered, unless something was before. */
    Mono<Void> add(Id subject, Offer offer, Instant at) {
        return database.sql("""
                        insert into suggestion.offer (
                            district, subject, model, type, probability, unit, unit_probability, offered_at)
                        values (:district, :subject, :model, :type, :probability, :unit, :unitProbability, :at)
                        on conflict (district, subject) do nothing
                        """)
                .bind("district", subject.district())
                .bind("subject", subject.value())
                .bind("model", offer.model())
                .bind("type", code(offer.type()))
                .bind("probability", probability(offer.type()))
                .bind("unit", code(offer.unit()))
                .bind("unitProbability", probability(offer.unit()))
                .bind("at", at)
                .then();
    }

    Mono<Offer> find(Id subject) {
        return database.sql("""
                        select model, type, probability, unit, unit_probability from suggestion.offer
                        where district = :district and subject = :subject
                        """)
                .bind("district", subject.district())
                .bind("subject", subject.value())
                .map(row -> new Offer(
                        likely(row, "type", "probability"),
                        likely(row, "unit", "unit_probability"),
                        Objects.requireNonNull(row.get("model", Integer.class))))
                .one();
    }

    /** The reviewer's choice of a type, and the unit now suggested; counted with the model that had suggested one. */
    Mono<Void> chosen(Id subject, String type, @Nullable Likely unit, Instant at) {
        return database.sql("""
                        with before as (
                            select district, subject, model, type, chosen_type from suggestion.offer
                            where district = :district and subject = :subject for update),
                        chosen as (
                            update suggestion.offer as offer
                            set chosen_type = :type, chosen_at = :at, unit = :unit, unit_probability = :unitProbability
                            from before where offer.district = before.district and offer.subject = before.subject)
                        update suggestion.model as model
                        set judged = judged + (before.chosen_type is null)::int,
                            agreed = agreed + (before.type = :type)::int - coalesce((before.type = before.chosen_type)::int, 0)
                        from before
                        where model.version = before.model and before.type is not null
                        """)
                .bind("district", subject.district())
                .bind("subject", subject.value())
                .bind("type", type)
                .bind("unit", code(unit))
                .bind("unitProbability", probability(unit))
                .bind("at", at)
                .then();
    }

    Mono<Void> handled(Id subject, String unit) {
        return database.sql("""
                        update suggestion.offer set chosen_unit = :unit where district = :district and subject = :subject
                        """)
                .bind("district", subject.district())
                .bind("subject", subject.value())
                .bind("unit", unit)
                .then();
    }

    private static @Nullable Likely likely(Readable row, String code, String probability) {
        String said = row.get(code, String.class);
        return said == null ? null : new Likely(said, Objects.requireNonNull(row.get(probability, Double.class)));
    }

    private static Parameter code(@Nullable Likely likely) {
        return Parameters.in(R2dbcType.VARCHAR, likely == null ? null : likely.code());
    }

    private static Parameter probability(@Nullable Likely likely) {
        return Parameters.in(R2dbcType.DOUBLE, likely == null ? null : likely.probability());
    }
}
