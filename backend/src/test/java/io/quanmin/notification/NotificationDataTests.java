package io.quanmin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Id;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice.Urgency;
import io.quanmin.notification.Town.Citizen;
import io.quanmin.outbox.Outbox;
import io.quanmin.wechat.WeChatEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

@NotificationTest
class NotificationDataTests {

    @Autowired
    private Town town;

    @Autowired
    private NotificationData data;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private JsonMapper json;

    @Test
    void everyTableThatNamesAPersonIsListed() {
        Set<String> naming = new TreeSet<>(
                database.sql("""
                        select table_schema || '.' || table_name from information_schema.columns
                        where table_schema = 'notification' and column_name = 'person'
                        """).mapValue(String.class).all().collectList().block());
        assertThat(data.tables()).containsExactlyInAnyOrderElementsOf(naming);
    }

    @Test
    void whatIsKeptAboutAPersonIsExported() {
        Citizen citizen = familiar();
        String export = json.writeValueAsString(data.export(citizen.person()).block());
        assertThat(export).contains("已受理", "tmpl-accepted", "\"wechatMessages\":true");
    }

    @Test
    void whoIsErasedIsInNoTableAnyMore() {
        Citizen citizen = familiar();
        data.erase(citizen.person()).as(transaction::transactional).block();
        data.erase(citizen.person()).as(transaction::transactional).block();
        for (String table : data.tables()) {
            assertThat(rows(table, citizen.person())).as(table).isZero();
        }
        assertThat(town.count(
                        "select count(*) from notification.answer where openid = '%s'".formatted(citizen.openid())))
                .isZero();
    }

    @Test
    void whatWeChatReportedBeforeTheClientDidIsErasedToo() {
        Citizen reported = town.citizen();
        answered(reported, "tmpl-accepted");
        assertThat(town.get(reported, "/api/v1/subscriptions", Map.class)).containsKey("templates");
        answered(reported, "tmpl-closed");
        Citizen written = town.citizen();
        town.run("""
                insert into notification.message (district, person, event, channel, template, openid, state, begun_at, changed_at)
                values ('%s', '%s', gen_random_uuid(), 'SUBSCRIBE', 'tmpl-accepted', '%s', 'TAKEN', now(), now())
                """.formatted(written.person().district(), written.person().value(), written.openid()));
        answered(written, "tmpl-accepted");

        Citizen unasked = town.citizen();
        answered(unasked, "tmpl-accepted");

        for (Citizen citizen : List.of(reported, written, unasked)) {
            leave(citizen);
            for (String table : List.of("notification.subscription", "notification.answer")) {
                assertThat(town.count("select count(*) from %s where openid = '%s'".formatted(table, citizen.openid())))
                        .as(table)
                        .isZero();
            }
        }
    }

    private void answered(Citizen citizen, String template) {
        outbox.add(
                        town.something(),
                        new WeChatEvent.SubscriptionAnswered(citizen.openid(), template, true, false, Instant.now()))
                .block();
        await().until(() ->
                town.count("select count(*) from notification.answer where openid = '%s' and template = '%s'"
                                .formatted(citizen.openid(), template))
                        == 1);
    }

    private void leave(Citizen citizen) {
        Town.as(
                        citizen,
                        town.client()
                                .method(HttpMethod.DELETE)
                                .uri("/api/v1/me")
                                .bodyValue(Map.of("confirm", "注销")))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    @Test
    void whoTurnsOutToBeOnePersonHasOneInboxWithoutGapsOrRepeats() {
        Citizen one = familiar();
        Citizen other = familiar();
        Id both = town.something();
        town.tell(both, new Audience.Persons(List.of(one.person(), other.person())), "case.closed", Urgency.QUIET)
                .block();
        await().until(() ->
                rows("notification.item", one.person()) == 2 && rows("notification.item", other.person()) == 2);
        data.merge(one.person(), other.person()).as(transaction::transactional).block();
        data.merge(one.person(), other.person()).as(transaction::transactional).block();
        assertThat(rows("notification.item", one.person())).isZero();
        assertThat(rows("notification.item", other.person())).isEqualTo(3);
        assertThat(town.count("select max(cursor) from notification.item where person = '%s'"
                        .formatted(other.person().value())))
                .isEqualTo(3);
        town.tell(town.something(), other, "case.handling").block();
        await().until(() -> rows("notification.item", other.person()) == 4);
        assertThat(rows("notification.subscription", other.person())).isEqualTo(2);
        assertThat(rows("notification.message", other.person())).isPositive();
    }

    /** Somebody with something in every table but tickets. */
    private Citizen familiar() {
        Citizen citizen = town.citizen();
        Map<String, Object> answer = Map.of(
                "results", List.of(Map.of("template", "tmpl-accepted", "status", "accept")), "asked", "popup-0001");
        Town.as(citizen, town.client().post().uri("/api/v1/subscriptions").bodyValue(answer))
                .exchange()
                .expectStatus()
                .isOk();
        Town.as(citizen, town.client().put().uri("/api/v1/me/preferences").bodyValue(Map.of("wechatMessages", true)))
                .exchange()
                .expectStatus()
                .isOk();
        town.tell(town.something(), citizen, "case.accepted").block();
        await().until(() -> rows("notification.message", citizen.person()) == 1);
        return citizen;
    }

    private long rows(String table, Id person) {
        return town.count("select count(*) from %s where district = '%s' and person = '%s'"
                .formatted(table, person.district(), person.value()));
    }
}
