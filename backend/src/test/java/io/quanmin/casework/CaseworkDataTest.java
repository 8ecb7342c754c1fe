package io.quanmin.casework;

import static io.quanmin.casework.Town.aKey;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.casework.Town.report;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What casework keeps about a person. */
@CaseworkTest
final class CaseworkDataTest {

    @Autowired
    private Town town;

    @Autowired
    private CaseworkData data;

    @Autowired
    private Reading reading;

    @Autowired
    private StepWriting writing;

    @Autowired
    private Housekeeping housekeeping;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private JsonMapper mapper;

    @Test
    void theExportHasOnesOwnCasesAndSteps() {
        Town.Person citizen = town.citizen();
        JsonNode made = citizen.report("exposed-garbage");
        assertThat(town.citizen().report("exposed-garbage").path("number")).isNotEqualTo(made.path("number"));

        JsonNode export = mapper.valueToTree(now(data.export(citizen.actor.person())));

        assertThat(export.path("cases")).hasSize(1);
        assertThat(export.path("cases").get(0).path("number")).isEqualTo(made.path("number"));
        assertThat(export.path("steps").get(0).path("step").asString()).isEqualTo("report");
    }

    @Test
    void anErasedReportersCaseStaysWithoutThePersonAlsoInItsHistory() {
        Town.Person citizen = town.citizen();
        String person = citizen.actor.person().toString();
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode accepted = reviewer.step(citizen.report("exposed-garbage"), "accept");

        erase(citizen);
        erase(citizen);

        assertThat(reviewer.see(accepted).path("timeline")).hasSize(2);
        for (String table : data.tables()) {
            assertThat(rows(table, "%" + person + "%")).as(table).isZero();
        }
    }

    @Test
    void whatAnErasedReporterWroteBesideTheDescriptionGoesWithThem() {
        Town.Person citizen = town.citizen();
        Map<String, Object> lamp = new HashMap<>(report("broken-street-lamp", "路灯不亮"));
        lamp.put("answers", Map.of("lamp-number", "小满家门口", "how", "flicker"));
        JsonNode answered = json(citizen.tryReport(lamp), 201);
        Town.Person strict = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode rejected = strict.step(citizen.report("exposed-garbage"), "reject", Map.of("reason", "看不出问题"));
        JsonNode objected = citizen.step(rejected, "object", Map.of("reason", "小满不服"));
        JsonNode closed = closed(objected);
        expect(citizen.tryStep(citizen.see(closed), "rate", Map.of("solved", true, "stars", 5, "text", "小满谢谢你们")), 200);

        erase(citizen);

        Set<String> tables = new TreeSet<>(data.tables());
        tables.add("casework.answer");
        for (String table : tables) {
            assertThat(rows(table, "%小满%")).as(table).isZero();
        }
        assertThat(town.staff(Role.REVIEWER, Town.DISTRICT)
                        .see(answered)
                        .path("answers")
                        .findValuesAsString("value"))
                .containsExactly("闪烁");
        JsonNode seen = strict.see(closed);
        assertThat(seen.path("timeline").findValuesAsString("reason")).containsExactly("看不出问题");
        assertThat(rows("casework.case_file", "%" + closed.path("number").asString() + "%"))
                .isEqualTo(1);
    }

    private JsonNode closed(JsonNode reported) {
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(reported, "accept");
        Town.Person officer = town.officer("sanitation");
        Town.Person verifier = town.staff(Role.VERIFIER, Town.DISTRICT);
        JsonNode signed = officer.step(verifier.step(accepted, "confirm"), "sign");
        JsonNode finished = officer.step(signed, "finish", Map.of("photos", List.of(officer.upload("portrait_6.jpg"))));
        return verifier.step(finished, "pass", Map.of("answer", "垃圾已清运。"));
    }

    @Test
    void aStepDecidedOnBeforePutsNobodyBackWhoWasHandedOverOrTakenOut() {
        Town.Person holder = town.citizen();
        Town.Person into = town.citizen();
        Id claimed = claimed(holder);
        Facts held = now(reading.facts(claimed));

        assertThat(now(data.merge(holder.actor.person(), into.actor.person()).thenReturn(true)))
                .isTrue();

        assertThat(rung(held)).as("it is decided anew").isFalse();
        Facts handedOver = now(reading.facts(claimed));
        assertThat(handedOver.subject().now().linkage().holder()).isEqualTo(into.actor.person());

        erase(into);

        assertThat(rung(handedOver)).isFalse();
        Facts erased = now(reading.facts(claimed));
        assertThat(erased.subject().now().linkage().holder()).isNull();
        assertThat(rung(erased)).isTrue();
        assertThat(rows("casework.case_file", "%" + into.actor.person() + "%")).isZero();
        assertThat(rows("casework.step", "%" + into.actor.person() + "%")).isZero();
    }

    /** Whether the clock, by what was read, takes the next step of a claim. */
    private boolean rung(Facts read) {
        Instant soon = Instant.now().plus(Duration.ofHours(25));
        return now(writing.write(read, Alarms.ring(read, soon).orElseThrow(), List.of()));
    }

    private Id claimed(Town.Person holder) {
        JsonNode accepted =
                town.staff(Role.REVIEWER, Town.DISTRICT).step(town.citizen().report("piled-rubble"), "accept");
        JsonNode registered = town.staff(Role.VERIFIER, Town.DISTRICT).step(accepted, "confirm");
        JsonNode offered = town.staff(Role.DISPATCHER, Town.DISTRICT).step(registered, "offer");
        return Id.parse(CaseAnswers.id(holder.step(offered, "claim")));
    }

    @Test
    void whatOneAccountDidBecomesTheOthers() {
        Town.Person citizen = town.citizen();
        Town.Person staff = town.citizen();
        String key = aKey();
        JsonNode made = json(citizen.post("/cases", report("exposed-garbage", "合并账号"), key), 201);

        assertThat(now(data.merge(citizen.actor.person(), staff.actor.person()).thenReturn(true)))
                .isTrue();

        assertThat(json(staff.get("/cases/mine"), 200).path("items").findValuesAsString("id"))
                .containsExactly(made.path("id").asString());
        assertThat(json(staff.post("/cases", report("exposed-garbage", "合并账号"), key), 201)
                        .path("id"))
                .isEqualTo(made.path("id"));
    }

    @Test
    void aCommandIsForgottenWhenNobodyRepeatsItAnyMore() {
        Town.Person citizen = town.citizen();
        String key = aKey();
        JsonNode made = json(citizen.post("/cases", report("exposed-garbage", "很久以前"), key), 201);
        assertThat(now(housekeeping.round())).isNotNull();
        assertThat(json(citizen.post("/cases", report("exposed-garbage", "很久以前"), key), 201)
                        .path("id"))
                .isEqualTo(made.path("id"));

        assertThat(now(database.sql("update casework.command set at = at - interval '8 days' where key = :key")
                        .bind("key", key)
                        .fetch()
                        .rowsUpdated()))
                .isEqualTo(1);

        assertThat(now(housekeeping.round())).isPositive();
        assertThat(json(citizen.post("/cases", report("exposed-garbage", "很久以前"), key), 201)
                        .path("id"))
                .isNotEqualTo(made.path("id"));
    }

    private long rows(String table, String like) {
        return now(database.sql("select count(*) from " + table + " as kept where kept::text like :like")
                .bind("like", like)
                .mapValue(Long.class)
                .one());
    }

    private void erase(Town.Person person) {
        Mono<Boolean> erased = data.erase(person.actor.person()).thenReturn(true);
        assertThat(now(erased)).isTrue();
    }
}
