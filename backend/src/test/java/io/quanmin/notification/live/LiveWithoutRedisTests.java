package io.quanmin.notification.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.notification.NotificationTest;
import io.quanmin.notification.Town;
import io.quanmin.notification.Town.Citizen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** With Redis away sockets open and news arrives all the same. */
@NotificationTest
@TestPropertySource(
        properties = {"spring.data.redis.host=localhost", "spring.data.redis.port=1", "spring.data.redis.password="})
class LiveWithoutRedisTests {

    @Autowired
    private Town town;

    @Autowired
    private Connections connections;

    @Test
    void aTicketIsKeptInTheDatabaseAndOpensOneSocketOnly() {
        Citizen citizen = town.citizen();
        String ticket = Client.ticket(town, citizen);
        assertThat(ticket).startsWith("p");
        try (Client first = Client.show(town, Client.frame(ticket, null));
                Client second = open(citizen, ticket)) {
            await().untilAsserted(() -> assertThat(second.closeCodes())
                    .as("%s %s", second.failures(), second.of("end"))
                    .containsExactly(4401));
            town.tell(town.something(), citizen, "case.closed").block();
            await().until(() -> first.cursors().equals(List.of(1L)));
        }
    }

    private Client open(Citizen citizen, String ticket) {
        await().until(() -> connections.persons().contains(citizen.person()));
        return Client.show(town, Client.frame(ticket, null));
    }

    @Test
    void newsThatAnotherNodePutIntoTheInboxIsFoundBySoonLooking() {
        Citizen citizen = town.citizen();
        try (Client client = Client.open(town, citizen, null)) {
            await().until(() -> connections.persons().contains(citizen.person()));
            town.run("insert into notification.reader values ('%s', '%s', 1, 0)"
                    .formatted(citizen.person().district(), citizen.person().value()));
            town.run(
                    "insert into notification.item values ('%s', '%s', 1, gen_random_uuid(), 'x', 'x', 'x', 'x', 'QUIET', now())"
                            .formatted(
                                    citizen.person().district(),
                                    citizen.person().value()));
            await().until(() -> client.cursors().equals(List.of(1L)));
        }
    }
}
