package io.quanmin.notification;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Preferences as rows. */
@Repository
class PreferenceTable {

    private final DatabaseClient database;

    PreferenceTable(DatabaseClient database) {
        this.database = database;
    }

    /** Of a person; the usual ones when they never said anything. */
    Mono<Preferences> of(Id person) {
        return database.sql("""
                        select wechat_messages, quiet_from, quiet_to, muted
                        from notification.preference where district = :district and person = :person
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .map(PreferenceTable::preferences)
                .one()
                .defaultIfEmpty(Preferences.USUAL);
    }

    private static Preferences preferences(Readable row) {
        return new Preferences(
                Rows.get(row, "wechat_messages", Boolean.class),
                row.get("quiet_from", LocalTime.class),
                row.get("quiet_to", LocalTime.class),
                Set.of(Rows.get(row, "muted", String[].class)));
    }

    Mono<Void> save(Id person, Preferences wanted) {
        return database.sql("""
                        insert into notification.preference
                            (district, person, wechat_messages, quiet_from, quiet_to, muted)
                        values (:district, :person, :messages, :from, :to, :muted)
                        on conflict (district, person) do update
                        set wechat_messages = excluded.wechat_messages, quiet_from = excluded.quiet_from,
                            quiet_to = excluded.quiet_to, muted = excluded.muted
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("messages", wanted.wechatMessages())
                .bind("from", time(wanted.quietFrom()))
                .bind("to", time(wanted.quietTo()))
                .bind("muted", wanted.muted().toArray(String[]::new))
                .then();
    }

    private static Parameter time(@Nullable LocalTime time) {
        return time == null ? Parameters.in(LocalTime.class) : Parameters.in(time);
    }
}
