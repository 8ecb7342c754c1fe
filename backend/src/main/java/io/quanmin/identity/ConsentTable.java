package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The privacy agreement's versions, and who agreed to which and when. */
@Component
final class ConsentTable {

    private final DatabaseClient database;

    ConsentTable(DatabaseClient database) {
        this.database = database;
    }

    /** The newest version that every city has, or this city of its own. */
    Mono<Agreement> current(String district) {
        return database.sql("""
                        select version, title, text from identity.privacy_agreement
                         where district in (:district, '000000') order by version desc, district desc limit 1
                        """)
                .bind("district", district)
                .map(row -> new Agreement(
                        Sql.value(row, "version", Integer.class), Sql.text(row, "title"), Sql.text(row, "text")))
                .one();
    }

    /** Whether there is such a version. */
    Mono<Boolean> exists(String district, int version) {
        return database.sql("""
                        select exists (select from identity.privacy_agreement
                                        where district in (:district, '000000') and version = :version) as there
                        """)
                .bind("district", district)
                .bind("version", version)
                .map(row -> Sql.value(row, "there", Boolean.class))
                .one();
    }

    /** The first time counts; again changes nothing. */
    Mono<Void> agree(Id person, int version, Instant now) {
        return database.sql("""
                        insert into identity.consent (district, person, version, agreed_at)
                        values (:district, :person, :version, :now)
                        on conflict (district, person, version) do nothing
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("version", version)
                .bind("now", now)
                .then();
    }
}
