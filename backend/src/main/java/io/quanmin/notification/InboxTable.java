package io.quanmin.notification;

import io.quanmin.kernel.Id;
import io.quanmin.notice.Notice.Urgency;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Inboxes as rows. */
@Repository
class InboxTable {

    private static final String ITEMS = """
            select i.cursor, i.title, i.text, i.link, i.at, i.urgency, i.cursor <= r.read_up_to as read
            from notification.item i join notification.reader r on r.district = i.district and r.person = i.person
            where i.district = :district and i.person = :person
            """;

    private final DatabaseClient database;

    InboxTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Puts an item into each inbox that has none of this event yet, and says who got which cursor. The counters are taken in
     * one order, so that two notices to the same people cannot lock each other out; they stay locked to the end of the
     * transaction, so that a cursor never becomes visible before a smaller one.
     */
    Flux<News.To> put(UUID event, Letter letter, Collection<Id> persons) {
        return database.sql("""
                        with who as (
                            select * from unnest(:districts::char(6)[], :persons) as w(district, person)),
                        fresh as (
                            select distinct w.district, w.person from who w
                            where not exists (select 1 from notification.item i
                                              where i.district = w.district and i.person = w.person and i.event = :event)),
                        counted as (
                            insert into notification.reader as r (district, person, cursor)
                            select district, person, 1 from fresh order by district, person
                            on conflict (district, person) do update set cursor = r.cursor + 1
                            returning r.district, r.person, r.cursor)
                        insert into notification.item
                            (district, person, cursor, event, subject, template, title, text, link, urgency, at)
                        select district, person, cursor, :event, :subject, :template, :title, :text, :link, :urgency, :at
                        from counted
                        returning district, person, cursor
                        """)
                .bind("districts", Rows.districts(persons))
                .bind("persons", Rows.values(persons))
                .bind("event", event)
                .bind("subject", letter.subject().toString())
                .bind("template", letter.template())
                .bind("title", letter.title())
                .bind("text", letter.text())
                .bind("link", letter.link())
                .bind("urgency", letter.urgency().name())
                .bind("at", letter.at())
                .map(InboxTable::to)
                .all();
    }

    /** Puts a letter in place of whatever these people were told about its subject; whoever was told nothing gets nothing. */
    Mono<Void> replace(Letter letter, Collection<Id> persons) {
        return database.sql("""
                        update notification.item i
                        set template = :template, title = :title, text = :text, link = :link
                        from unnest(:districts::char(6)[], :persons) as w(district, person)
                        where i.district = w.district and i.person = w.person and i.subject = :subject
                        """)
                .bind("districts", Rows.districts(persons))
                .bind("persons", Rows.values(persons))
                .bind("subject", letter.subject().toString())
                .bind("template", letter.template())
                .bind("title", letter.title())
                .bind("text", letter.text())
                .bind("link", letter.link())
                .then();
    }

    /** Under which cursor each of them has the item of an event. */
    Flux<News.To> having(UUID event, Collection<Id> persons) {
        return database.sql("""
                        select i.district, i.person, i.cursor
                        from unnest(:districts::char(6)[], :persons) as w(district, person)
                        join notification.item i on i.district = w.district and i.person = w.person and i.event = :event
                        """)
                .bind("districts", Rows.districts(persons))
                .bind("persons", Rows.values(persons))
                .bind("event", event)
                .map(InboxTable::to)
                .all();
    }

    private static News.To to(Readable row) {
        return new News.To(Rows.id(row, "person"), Rows.get(row, "cursor", Long.class));
    }

    /** The newest first, those before a cursor. */
    Flux<Item> before(Id person, long cursor, int limit) {
        return items(person, ITEMS + " and i.cursor < :cursor order by i.cursor desc limit :limit", cursor, limit);
    }

    /** The oldest first, those after a cursor. */
    Flux<Item> after(Id person, long cursor, int limit) {
        return items(person, ITEMS + " and i.cursor > :cursor order by i.cursor limit :limit", cursor, limit);
    }

    private Flux<Item> items(Id person, String query, long cursor, int limit) {
        return database.sql(query)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("cursor", cursor)
                .bind("limit", limit)
                .map(InboxTable::item)
                .all();
    }

    private static Item item(Readable row) {
        return new Item(
                Rows.get(row, "cursor", Long.class),
                Rows.get(row, "title", String.class),
                Rows.get(row, "text", String.class),
                Rows.get(row, "link", String.class),
                Rows.get(row, "at", Instant.class),
                Rows.get(row, "read", Boolean.class),
                Urgency.valueOf(Rows.get(row, "urgency", String.class)));
    }

    /** How far each inbox goes; people without news are left out. */
    Flux<News.To> ends(Collection<Id> persons) {
        return database.sql("""
                        select r.district, r.person, r.cursor
                        from unnest(:districts::char(6)[], :persons) as w(district, person)
                        join notification.reader r on r.district = w.district and r.person = w.person
                        """)
                .bind("districts", Rows.districts(persons))
                .bind("persons", Rows.values(persons))
                .map(InboxTable::to)
                .all();
    }

    /** How many are unread, counted up to {@code most}. */
    Mono<Long> unread(Id person, int most) {
        return database.sql("""
                        select count(*) from (
                            select 1 from notification.reader r
                            join notification.item i on i.district = r.district and i.person = r.person
                            where r.district = :district and r.person = :person and i.cursor > r.read_up_to
                            limit :most) as unread
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("most", most)
                .mapValue(Long.class)
                .one();
    }

    /** Marks everything up to a cursor as read; never takes it back. */
    Mono<Void> read(Id person, long upTo) {
        return database.sql("""
                        update notification.reader set read_up_to = least(cursor, greatest(read_up_to, :upTo))
                        where district = :district and person = :person
                        """)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("upTo", upTo)
                .then();
    }
}
