package io.quanmin.approval;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a meeting gives somebody to do is told, reminded of and done. */
final class GroupActionTest extends DraftingGroup {

    @Autowired
    private Reminding reminding;

    @Test
    void anActionIsToldToWhoTookItOnAndStaysUntilItIsDone() {
        Map<String, Object> body =
                new HashMap<>(Map.of("words", "核对责任分工", "owner", second.person(), "dueOn", "2020-01-01"));
        JsonNode action = head.posts("/working-group/actions", body, 201);
        assertThat(action.path("overdue").asBoolean()).isTrue();
        assertThat(notices.about(Id.parse(id(action)))).hasSize(1);
        assertThat(second.gets("/working-group/actions?open=true", 200)
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id(action));

        body.put("version", 1);
        body.put("done", true);
        JsonNode done = second.puts("/working-group/actions/" + id(action), body, 200);

        assertThat(done.has("doneAt")).isTrue();
        assertThat(type(second.puts("/working-group/actions/" + id(action), body, 409)))
                .isEqualTo("stale-paper");
        assertThat(second.gets("/working-group/actions?open=true", 200).path("items"))
                .noneSatisfy(open -> assertThat(id(open)).isEqualTo(id(action)));
    }

    @Test
    void whatIsOverdueIsRemindedOfOnceADayUntilItIsDone() {
        Map<String, Object> body =
                new HashMap<>(Map.of("words", "核对时限", "owner", second.person(), "dueOn", "2020-01-01"));
        JsonNode action = head.posts("/working-group/actions", body, 201);
        JsonNode later = head.posts(
                "/working-group/actions",
                Map.of("words", "明年再说", "owner", second.person(), "dueOn", "2099-01-01"),
                201);
        Id overdue = Id.parse(id(action));

        assertThat(reminded("2030-01-01")).isPositive();
        assertThat(reminded("2030-01-01")).isZero();
        assertThat(notices.about(overdue))
                .extracting(notice -> notice.template())
                .containsExactly("action.assigned", "action.overdue");

        assertThat(reminded("2030-01-02")).isPositive();
        assertThat(notices.about(overdue)).hasSize(3);
        body.put("version", 1);
        body.put("done", true);
        second.puts("/working-group/actions/" + id(action), body, 200);
        assertThat(reminded("2030-01-03")).isNotNegative();
        assertThat(notices.about(overdue)).hasSize(3);
        assertThat(notices.about(Id.parse(id(later)))).hasSize(1);
    }

    private long reminded(String day) {
        return now(reminding.remind(LocalDate.parse(day)));
    }
}
