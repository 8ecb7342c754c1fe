package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Chore;
import io.quanmin.kernel.Role;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The model suggests, a person decides. */
@CaseworkTest
final class SuggestionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GARBAGE = "小区门口垃圾桶满了，垃圾袋堆了一地，臭死了";

    @Autowired
    private Town town;

    @Autowired
    private ObjectProvider<Chore> chores;

    /** The first round on a fresh database learns; any other does nothing. */
    @BeforeEach
    void learn() {
        Chore learning = chores.stream()
                .filter(chore -> chore.getClass().getSimpleName().equals("Learning"))
                .findFirst()
                .orElseThrow();
        assertThat(learning.round().then().thenReturn(true).block(PATIENCE)).isTrue();
        Town.Person supervisor = town.staff(Role.SUPERVISOR, Town.DISTRICT);
        JsonNode seen = until(
                () -> json(supervisor.get("/suggestion-models"), 200),
                models -> !models.path("items").isEmpty());
        assertThat(seen.path("items").get(0).path("types").path("accuracy").asDouble())
                .isBetween(0.5, 1.0);
    }

    @Test
    void whoWritesIsToldWhatItMayBeAndNeverMoreThanThree() {
        JsonNode items = asked(town.citizen(), GARBAGE).path("items");
        assertThat(items.size()).isBetween(1, 3);
        assertThat(items.get(0).path("type").path("code").asString()).isEqualTo("exposed-garbage");
        assertThat(items.get(0).path("type").path("name").asString()).isEqualTo("暴露垃圾");
        assertThat(items.get(0).path("probability").asDouble()).isBetween(0.5, 1.0);
        assertThat(asked(town.citizen(), "您好谢谢").path("items")).isEmpty();
        assertThat(asked(town.citizen(), "").path("items")).isEmpty();
    }

    @Test
    void whatNobodyCouldHaveWrittenIsRefusedAndOfficialsLookOnly() {
        expect(town.citizen().get("/cases/suggestions?text=" + "a".repeat(1_001)), 400);
        expect(town.citizen().get("/cases/suggestions?text=ab&longitude=999&latitude=0&datum=WGS84"), 400);
        expect(town.citizen().get("/suggestion-models"), 403);
        expect(town.anybody("/cases/suggestions?text=ab"), 401);
    }

    @Test
    void aReviewerSeesWhatIsSuggestedAndWhetherTheyAgreedIsCounted() {
        Town.Person citizen = town.citizen();
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode made = json(citizen.tryReport(Town.report("damaged-road", GARBAGE)), 201);

        JsonNode seen = until(() -> reviewer.see(made), view -> view.has("suggested"));
        JsonNode suggested = seen.path("suggested");
        assertThat(suggested.path("type").path("code").asString()).isEqualTo("exposed-garbage");
        assertThat(suggested.path("unit").path("code").asString()).isEqualTo("sanitation");
        assertThat(seen.path("type").path("code").asString())
                .as("it decides nothing")
                .isEqualTo("damaged-road");
        assertThat(citizen.see(made).has("suggested")).isFalse();

        int model = suggested.path("model").asInt();
        JsonNode before = version(reviewer, model);
        JsonNode accepted = reviewer.step(made, "accept", Map.of("type", "exposed-garbage"));
        assertThat(id(accepted)).isEqualTo(id(made));
        JsonNode after = until(
                () -> version(reviewer, model),
                view -> view.path("agreed").asInt() > before.path("agreed").asInt());
        assertThat(after.path("judged").asInt())
                .isGreaterThanOrEqualTo(after.path("agreed").asInt());
    }

    private static JsonNode asked(Town.Person person, String text) {
        return json(
                person.get("/cases/suggestions?text=" + text + "&longitude=120.13&latitude=30.27&datum=WGS84"), 200);
    }

    private static JsonNode version(Town.Person person, int version) {
        for (JsonNode each : json(person.get("/suggestion-models"), 200).path("items")) {
            if (each.path("version").asInt() == version) {
                return each;
            }
        }
        throw new AssertionError("no version " + version);
    }

    private static JsonNode until(java.util.function.Supplier<JsonNode> look, Predicate<JsonNode> good) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode seen = look.get();
        while (!good.test(seen) && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
            seen = look.get();
        }
        assertThat(good.test(seen)).isTrue();
        return seen;
    }
}
