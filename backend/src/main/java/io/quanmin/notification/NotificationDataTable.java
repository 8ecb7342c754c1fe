package io.quanmin.notification;

import io.quanmin.kernel.Id;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All rows about one person, over the module's tables. */
@Repository
class NotificationDataTable {

    /** The openids under which somebody allowed messages or was sent one. */
    private static final String OPENIDS = """
            select unnest(:openids::text[]) as openid
            union
            select openid from notification.subscription where district = :district and person = :person
            union
            select openid from notification.message
            where district = :district and person = :person and channel = 'SUBSCRIBE'
            """;

    private final DatabaseClient database;

    NotificationDataTable(DatabaseClient database) {
        this.database = database;
    }

    /** The newest of what they were told. */
    Mono<List<Map<String, Object>>> items(Id person) {
        return rows("""
                select title, text, link, at from notification.item
                where district = :district and person = :person order by cursor desc limit 1000
                """, person);
    }

    Mono<List<Map<String, Object>>> messages(Id person) {
        return rows("""
                select channel, template, state, begun_at as at from notification.message
                where district = :district and person = :person order by begun_at desc limit 1000
                """, person);
    }

    Mono<List<Map<String, Object>>> subscriptions(Id person) {
        return rows("""
                select template, balance from notification.subscription
                where district = :district and person = :person order by template limit 100
                """, person);
    }

    private Mono<List<Map<String, Object>>> rows(String query, Id person) {
        return database.sql(query)
                .bind("district", person.district())
                .bind("person", person.value())
                .fetch()
                .all()
                .collectList();
    }

    /** Also what was counted under an openid of theirs before anybody knew whose it was; it goes first, while it can be found. */
    Mono<Void> erase(Id person, Collection<String> openids) {
        return Flux.just("""
                        delete from notification.answer a using (
                        """ + OPENIDS + """
                        ) known where a.district = :district and a.openid = known.openid
                        """, """
                        delete from notification.subscription s using (
                        """ + OPENIDS + """
                        ) known where s.district = :district and s.openid = known.openid
                        """)
                .concatMap(statement -> database.sql(statement)
                        .bind("district", person.district())
                        .bind("person", person.value())
                        .bind("openids", openids.toArray(String[]::new))
                        .then())
                .then(remove(person));
    }

    private Mono<Void> remove(Id person) {
        return Flux.just(
                        "delete from notification.message where district = :district and person = :person",
                        "delete from notification.ticket where district = :district and person = :person",
                        "delete from notification.preference where district = :district and person = :person",
                        "delete from notification.item where district = :district and person = :person",
                        "delete from notification.reader where district = :district and person = :person")
                .concatMap(statement -> rows(statement, person))
                .then();
    }

    /** Items move behind those that are there, so that no connection's cursor is overtaken; what both were told stays once. */
    Mono<Void> handOver(Id person, Id into) {
        return Flux.just("""
                        with mine as (
                            select i.*, row_number() over (order by i.cursor) as nth from notification.item i
                            where i.district = :district and i.person = :person
                              and not exists (select 1 from notification.item o
                                              where o.district = :intoDistrict and o.person = :into and o.event = i.event)),
                        counted as (
                            insert into notification.reader as r (district, person, cursor)
                            select :intoDistrict, :into, count(*) from mine
                            on conflict (district, person) do update set cursor = r.cursor + excluded.cursor
                            returning r.cursor - (select count(*) from mine) as base)
                        insert into notification.item
                            (district, person, cursor, event, subject, template, title, text, link, urgency, at)
                        select :intoDistrict, :into, c.base + m.nth, m.event, m.subject, m.template, m.title, m.text, m.link, m.urgency, m.at
                        from mine m, counted c
                        """, """
                        update notification.subscription set person = :into
                        where :intoDistrict = district and district = :district and person = :person
                        """, """
                        insert into notification.message
                        select :intoDistrict, :into, event, channel, template, openid, state, code, reason, wechat_id, begun_at, changed_at
                        from notification.message where district = :district and person = :person
                        on conflict do nothing
                        """, """
                        insert into notification.preference
                        select :intoDistrict, :into, wechat_messages, quiet_from, quiet_to, muted
                        from notification.preference where district = :district and person = :person
                        on conflict do nothing
                        """)
                .concatMap(statement -> both(statement, person, into))
                .then(remove(person));
    }

    private Mono<Long> both(String statement, Id person, Id into) {
        return database.sql(statement)
                .bind("district", person.district())
                .bind("person", person.value())
                .bind("intoDistrict", into.district())
                .bind("into", into.value())
                .fetch()
                .rowsUpdated();
    }
}
