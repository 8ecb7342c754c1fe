package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.atOnce;
import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Role;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** People who ring instead of writing. */
@CaseworkTest
final class BehalfTest {

    /** Keeps who sends the same command waiting. */
    private static final String COMMAND = """
            insert into casework.command (district, person, key, body, case_id, at)
            values ('990100', '%s', '%s', '', '', now())
            """;

    @Autowired
    private Town town;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ConnectionFactory connections;

    @Test
    void whatACallerSaysBecomesTheirCaseWithTheirConsentAndTextAloneIsEnough() {
        Town.Person clerk = town.staff(Role.HOTLINE_CLERK, Town.DISTRICT);
        String phone = phone();
        JsonNode made = json(call(clerk, phone, "周奶奶", "社区门口路灯不亮"), 201);
        assertThat(stage(made)).isEqualTo("in-review");
        assertThat(made.path("anonymous").asBoolean()).isTrue();
        assertThat(made.path("mine").asBoolean()).isFalse();
        assertThat(made.path("timeline").get(0).path("by").asString()).startsWith("接线员代报");

        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        assertThat(reviewer.see(made).path("reporter").path("name").asString()).isEqualTo("周奶奶");
        JsonNode contact = json(reviewer.get("/cases/" + id(made) + "/contact"), 200);
        assertThat(contact.path("phone").asString()).isEqualTo(phone);
        assertThat(contact.path("byWeChat").asBoolean()).isFalse();
        assertThat(looks(made)).isEqualTo(1);
        assertThat(json(call(clerk, phone, null, "又有一盏不亮"), 201).path("id").asString())
                .isNotEqualTo(id(made));
        assertThat(reporters(phone)).as("one caller, however often they ring").isEqualTo(1);
    }

    @Test
    void whoWroteItDownDoesNotReviewIt() {
        Town.Person both = town.person(Town.DISTRICT, null, Role.REVIEWER, Role.DISPATCHER);
        JsonNode made = json(call(both, phone(), null, "楼道堆满杂物"), 201);
        assertThat(made.path("allowed").findValuesAsString("step")).doesNotContain("accept", "reject", "merge");
        JsonNode refused = json(both.tryStep(made, "accept", Map.of()), 422);
        assertThat(refused.path("type").asString()).endsWith("own-case");
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(made, "accept");
        assertThat(stage(accepted)).isEqualTo("in-verification");
        assertThat(json(town.anybody("/cases/" + id(made)), 200).has("reporter"))
                .isFalse();
    }

    @Test
    void withoutConsentOrANumberNothingIsWrittenDown() {
        Town.Person clerk = town.staff(Role.HOTLINE_CLERK, Town.DISTRICT);
        Map<String, Object> body = body(phone(), null, "有情况");
        body.put("caller", Map.of("phone", phone(), "agreed", false, "agreement", 1));
        expect(clerk.post("/cases/on-behalf", body, Town.aKey()), 400);
        body.put("caller", Map.of("phone", "12345", "agreed", true, "agreement", 1));
        expect(clerk.post("/cases/on-behalf", body, Town.aKey()), 400);
        body.put("caller", Map.of("phone", phone(), "agreed", true, "agreement", 999));
        expect(clerk.post("/cases/on-behalf", body, Town.aKey()), 400);
        body.remove("caller");
        expect(clerk.post("/cases/on-behalf", body, Town.aKey()), 400);
        expect(town.citizen().post("/cases/on-behalf", body(phone(), null, "有情况"), Town.aKey()), 403);
    }

    @Test
    void aDoubleTapMakesOneCase() {
        Town.Person clerk = town.staff(Role.HOTLINE_CLERK, Town.DISTRICT);
        String key = Town.aKey();
        Map<String, Object> body = body(phone(), null, "井盖响");
        JsonNode first = json(clerk.post("/cases/on-behalf", body, key), 201);
        JsonNode second = json(clerk.post("/cases/on-behalf", body, key), 201);
        assertThat(id(second)).isEqualTo(id(first));
        expect(clerk.post("/cases/on-behalf", body(phone(), null, "另一件事"), key), 422);
        assertThat(consents(first)).as("agreed once").isEqualTo(1);
    }

    @Test
    void twoAtOnceMakeOneCaseAndOneConsent() {
        Town.Person clerk = town.staff(Role.HOTLINE_CLERK, Town.DISTRICT);
        String key = Town.aKey();
        Map<String, Object> body = body(phone(), null, "井盖响");
        List<JsonNode> made = atOnce(
                        () -> clerk.post("/cases/on-behalf", body, key),
                        () -> clerk.post("/cases/on-behalf", body, key))
                .stream()
                .map(answer -> Objects.requireNonNull(answer.getResponseBody()))
                .toList();
        assertThat(id(made.getFirst())).isEqualTo(id(made.getLast()));
        assertThat(consents(made.getFirst())).isEqualTo(1);
    }

    @Test
    void ofAReportThatIsNoneNothingIsKeptOfTheCaller() {
        Town.Person clerk = town.staff(Role.HOTLINE_CLERK, Town.DISTRICT);
        Map<String, Object> unknown = body(phone(), "周奶奶", "有情况");
        unknown.put("type", "dragons");
        Map<String, Object> nowhere = body(phone(), "周奶奶", "有情况");
        nowhere.put("place", Map.of("area", "990102999999", "address", "不知道"));
        Map<String, Object> unasked = body(phone(), "周奶奶", "有情况");
        unasked.put("answers", Map.of("colour", "red"));
        long before = people();

        for (Map<String, Object> body : List.of(unknown, nowhere, unasked)) {
            expect(clerk.post("/cases/on-behalf", body, Town.aKey()), 400);
        }

        assertThat(people()).isEqualTo(before);
    }

    @Test
    void whoBindsTheNumberWhileItsCaseIsFiledWaitsForTheCase() {
        Town.Person clerk = town.staff(Role.HOTLINE_CLERK, Town.DISTRICT);
        String phone = phone();
        byte[] blind = blind(json(call(clerk, phone, null, "井盖响"), 201));
        String key = Town.aKey();
        Connection other = now(Mono.from(connections.create()));
        assertThat(now(Mono.from(other.beginTransaction()).thenReturn(true))).isTrue();
        assertThat(now(Flux.from(other.createStatement(COMMAND.formatted(clerk.actor.person(), key))
                                .execute())
                        .concatMap(Result::getRowsUpdated)
                        .next()))
                .isEqualTo(1);
        Mono<JsonNode> filing = Mono.fromCallable(
                        () -> json(clerk.post("/cases/on-behalf", body(phone, null, "又响了"), key), 201))
                .subscribeOn(Schedulers.boundedElastic())
                .cache();
        Disposable waiting = filing.subscribe();

        await().during(Duration.ofMillis(300)).until(() -> locked(blind));

        assertThat(now(Mono.from(other.rollbackTransaction())
                        .then(Mono.from(other.close()))
                        .thenReturn(true)))
                .isTrue();
        assertThat(stage(now(filing))).isEqualTo("in-review");
        assertThat(locked(blind)).isFalse();
        waiting.dispose();
    }

    /** Whether somebody who binds the number now would wait. */
    private boolean locked(byte[] blind) {
        return !now(database.sql("select pg_try_advisory_xact_lock(hashtextextended(encode(:blind, 'hex'), 0)) as free")
                .bind("blind", blind)
                .mapValue(Boolean.class)
                .one());
    }

    private byte[] blind(JsonNode made) {
        return now(database.sql("""
                        select phone.blind from casework.case_file file
                        join identity.phone on phone.person = right(file.reporter, 32)::uuid where file.number = :number
                        """)
                .bind("number", made.path("number").asString())
                .mapValue(byte[].class)
                .one());
    }

    private long consents(JsonNode made) {
        return now(database.sql("""
                        select count(*) from casework.case_file file
                        join identity.spoken_consent said on said.person = right(file.reporter, 32)::uuid
                        where file.number = :number
                        """)
                .bind("number", made.path("number").asString())
                .mapValue(Long.class)
                .one());
    }

    /** How many are known, with what is kept of them as callers. */
    private long people() {
        return now(database.sql("""
                        select (select count(*) from identity.person) + (select count(*) from identity.phone)
                            + (select count(*) from identity.spoken_consent) as known
                        """).mapValue(Long.class).one());
    }

    private long looks(JsonNode made) {
        return now(database.sql("select count(*) from identity.phone_access where about = :about")
                .bind("about", "case " + id(made))
                .mapValue(Long.class)
                .one());
    }

    private long reporters(String phone) {
        assertThat(phone).hasSize(11);
        return now(database.sql("""
                        select count(distinct reporter) from casework.case_file
                        where description in ('社区门口路灯不亮', '又有一盏不亮')
                        """).mapValue(Long.class).one());
    }

    private static String phone() {
        return "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private static Map<String, Object> body(String phone, @Nullable String name, String words) {
        Map<String, Object> caller = new HashMap<>(Map.of("phone", phone, "agreed", true, "agreement", 1));
        if (name != null) {
            caller.put("name", name);
        }
        Map<String, Object> body = new HashMap<>();
        body.put("type", "broken-street-lamp");
        body.put("description", words);
        body.put("place", Map.of("area", "990102001001", "address", "老年活动室门口"));
        body.put("caller", caller);
        return body;
    }

    private static ResponseSpec call(Town.Person clerk, String phone, @Nullable String name, String words) {
        return clerk.post("/cases/on-behalf", body(phone, name, words), Town.aKey());
    }
}
