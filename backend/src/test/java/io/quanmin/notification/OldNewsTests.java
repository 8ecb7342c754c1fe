package io.quanmin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Id;
import io.quanmin.notification.Town.Citizen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

@NotificationTest
class OldNewsTests {

    @Autowired
    private Town town;

    @Autowired
    private OldNews oldNews;

    @Autowired
    private DatabaseClient database;

    private record InboxPage(List<Map<String, Object>> items) {}

    @Test
    void newsOlderThanItIsKeptLeavesTheInboxAndWhatIsNewerStays() {
        Citizen citizen = town.citizen();
        Id subject = town.something();
        Flux.range(1, 3)
                .concatMap(nth -> town.tell(subject, citizen, "case.handling"))
                .blockLast();
        await().until(() -> cursors(citizen).size() == 3);
        age(citizen);

        assertThat(oldNews.round().block()).isPositive();

        assertThat(cursors(citizen)).containsExactly(3);
        town.tell(subject, citizen, "case.accepted").block();
        await().untilAsserted(() -> assertThat(cursors(citizen)).containsExactly(4, 3));
    }

    private List<Object> cursors(Citizen citizen) {
        return town.get(citizen, "/api/v1/inbox", InboxPage.class).items().stream()
                .map(item -> item.get("cursor"))
                .toList();
    }

    private void age(Citizen citizen) {
        Long aged = database.sql("""
                        update notification.item set at = at - interval '401 days'
                        where district = :district and person = :person and cursor < 3
                        """)
                .bind("district", citizen.person().district())
                .bind("person", citizen.person().value())
                .fetch()
                .rowsUpdated()
                .block();
        assertThat(aged).isEqualTo(2);
    }
}
