package io.quanmin.casework;

import static io.quanmin.casework.Town.aKey;
import static io.quanmin.casework.Town.json;
import static io.quanmin.casework.Town.now;
import static io.quanmin.casework.Town.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Role;
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
            String rows = now(database.sql("select count(*) from " + table + " as kept where kept::text like :person")
                            .bind("person", "%" + person + "%")
                            .mapValue(Long.class)
                            .one())
                    .toString();
            assertThat(rows).as(table).isEqualTo("0");
        }
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

    private void erase(Town.Person person) {
        Mono<Boolean> erased = data.erase(person.actor.person()).thenReturn(true);
        assertThat(now(erased)).isTrue();
    }
}
