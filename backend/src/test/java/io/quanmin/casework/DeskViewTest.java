package io.quanmin.casework;

import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Staff keep filters of their desk, each their own. */
@CaseworkTest
final class DeskViewTest {

    private static final String VIEWS = "/desk/views";

    @Autowired
    private Town town;

    @Test
    void whatIsKeptIsThereAgainAndAsItWasMeant() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        Map<String, Object> wanted = Map.of(
                "name", " 今天的垃圾 ",
                "queue", "review",
                "sort", "due",
                "filter", Map.of("stage", List.of("in-review"), "type", "exposed-garbage", "q", " 北门\u0000 "));

        JsonNode kept = json(reviewer.post(VIEWS, wanted, null), 201);

        JsonNode read = json(reviewer.get(VIEWS), 200).path("items").get(0);
        assertThat(read).isEqualTo(kept);
        assertThat(read.path("name").asString()).isEqualTo("今天的垃圾");
        assertThat(read.path("filter").path("q").asString()).isEqualTo("北门");
        assertThat(read.path("filter").path("stage").get(0).asString()).isEqualTo("in-review");
        assertThat(json(town.staff(Role.REVIEWER, Town.DISTRICT).get(VIEWS), 200)
                        .path("items"))
                .isEmpty();
    }

    @Test
    void theyStandInTheOrderTheirOwnerWants() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        List<String> ids = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            ids.add(add(reviewer, name));
        }
        assertThat(names(json(reviewer.get(VIEWS), 200))).isEqualTo("abcd");

        assertThat(names(json(reviewer.put(VIEWS + "/" + ids.get(3), Map.of("name", "D", "place", 0)), 200)))
                .isEqualTo("Dabc");
        assertThat(names(json(reviewer.put(VIEWS + "/" + ids.get(0), Map.of("name", "A", "place", 2)), 200)))
                .isEqualTo("DbAc");
        assertThat(names(json(reviewer.put(VIEWS + "/" + ids.get(1), Map.of("name", "B", "place", 29)), 200)))
                .isEqualTo("DAcB");
        reviewer.delete(VIEWS + "/" + ids.get(2)).expectStatus().isNoContent();
        assertThat(add(reviewer, "e")).isNotEmpty();
        assertThat(names(json(reviewer.get(VIEWS), 200))).isEqualTo("DABe");
    }

    @Test
    void nobodyTouchesWhatIsSomebodyElses() {
        Town.Person one = town.staff(Role.VERIFIER, Town.DISTRICT);
        Town.Person other = town.staff(Role.VERIFIER, Town.DISTRICT);
        String id = add(one, "mine");

        expect(other.put(VIEWS + "/" + id, Map.of("name", "yours")), 404);
        expect(other.delete(VIEWS + "/" + id), 404);
        expect(one.delete(VIEWS + "/nothing"), 404);
        expect(town.citizen().get(VIEWS), 403);
        assertThat(names(json(one.get(VIEWS), 200))).isEqualTo("mine");
    }

    @Test
    void whatCannotBeMeantIsNotKept() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("name", " "),
                Map.of("name", "x".repeat(21)),
                Map.of("name", "x", "queue", "none"),
                Map.of("name", "x", "sort", "random"),
                Map.of("name", "x", "place", -1),
                Map.of("name", "x", "filter", Map.of("late", "maybe")),
                Map.of("name", "x", "filter", Map.of("assigned", "someone")))) {
            expect(reviewer.post(VIEWS, wrong, null), 400);
        }
        Map<String, Object> hollow = new HashMap<>(Map.of("name", "x"));
        List<Object> stages = new ArrayList<>();
        stages.add(null);
        hollow.put("filter", Map.of("stage", stages));
        expect(reviewer.post(VIEWS, hollow, null), 201);
    }

    @Test
    void nobodyKeepsMoreThanThirtyHoweverManyTheySendAtOnce() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        for (int i = 0; i < 28; i++) {
            assertThat(add(reviewer, "v" + i)).isNotEmpty();
        }
        List<Supplier<ResponseSpec>> more = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            more.add(() -> reviewer.post(VIEWS, Map.of("name", "more"), null));
        }

        assertThat(CaseAnswers.atOnce(more))
                .extracting(CaseAnswers::status)
                .containsExactlyInAnyOrder(201, 201, 422, 422, 422);
        assertThat(json(reviewer.get(VIEWS), 200).path("items")).hasSize(30);
    }

    private static String add(Town.Person person, String name) {
        return json(person.post(VIEWS, Map.of("name", name), null), 201)
                .path("id")
                .asString();
    }

    private static String names(JsonNode kept) {
        return String.join("", kept.path("items").findValuesAsString("name"));
    }
}
