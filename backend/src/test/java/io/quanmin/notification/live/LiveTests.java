package io.quanmin.notification.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Id;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice.Urgency;
import io.quanmin.notification.NotificationTest;
import io.quanmin.notification.Town;
import io.quanmin.notification.Town.Citizen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@NotificationTest
class LiveTests {

    @Autowired
    private Town town;

    @Autowired
    private Connections connections;

    @Test
    void newsReachesAnOpenSocketAtOnceAndWithItsWords() {
        Citizen citizen = town.citizen();
        try (Client client = Client.open(town, citizen, null)) {
            await().until(() -> connections.persons().contains(citizen.person()));
            town.tell(town.something(), citizen, "case.closed").block();
            await().until(() -> client.cursors().equals(List.of(1L)));
            JsonNode item = client.of("news").getFirst().get("item");
            assertThat(item.get("title").asString()).isEqualTo("已结案");
            assertThat(item.get("read").asBoolean()).isFalse();
        }
    }

    @Test
    void whoComesBackWithACursorGetsWhatTheyMissedAndNothingTwice() {
        Citizen citizen = town.citizen();
        tell(citizen, 3);
        await().until(() -> items(citizen) == 3);
        try (Client client = Client.open(town, citizen, 1L)) {
            await().until(() -> client.cursors().equals(List.of(2L, 3L)));
            tell(citizen, 2);
            await().until(() -> client.cursors().size() == 4);
            assertThat(client.cursors()).containsExactly(2L, 3L, 4L, 5L);
        }
    }

    @Test
    void aCursorFromNowhereIsNoHarm() {
        Citizen citizen = town.citizen();
        tell(citizen, 1);
        await().until(() -> items(citizen) == 1);
        try (Client ahead = Client.open(town, citizen, 999L);
                Client before = Client.open(town, citizen, -5L)) {
            await().until(() -> before.cursors().equals(List.of(1L)));
            tell(citizen, 1);
            await().until(() -> ahead.cursors().equals(List.of(2L)));
        }
    }

    /** Notices commit in random order while the client's connection breaks again and again. */
    @ParameterizedTest
    @ValueSource(longs = {3, 20261123})
    void howeverCommitsInterleaveAndConnectionsBreakNothingIsLostOrDoubled(long seed) {
        Random random = new Random(seed);
        Citizen citizen = town.citizen();
        List<Long> received = new ArrayList<>();
        int total = 120;
        Mono<Void> telling = Flux.range(0, total)
                .flatMap(
                        nth -> Mono.delay(Duration.ofMillis(random.nextInt(400)))
                                .then(town.tell(town.something(), citizen, "case.handling")),
                        16)
                .then();
        var running = telling.subscribe();
        while (received.size() < total) {
            try (Client client = Client.open(town, citizen, (long) received.size())) {
                int enough = 1 + random.nextInt(25);
                await().until(() -> client.cursors().size() >= Math.min(enough, total - received.size()));
                received.addAll(client.cursors());
            }
        }
        assertThat(running.isDisposed()).isTrue();
        assertThat(received)
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, total).boxed().toList());
    }

    @Test
    void whatNoHintToldOfIsFoundInTheInbox() {
        Citizen citizen = town.citizen();
        try (Client client = Client.open(town, citizen, null)) {
            await().until(() -> connections.persons().contains(citizen.person()));
            Id person = citizen.person();
            town.run("insert into notification.reader values ('%s', '%s', 1, 0)"
                    .formatted(person.district(), person.value()));
            town.run(
                    "insert into notification.item values ('%s', '%s', 1, gen_random_uuid(), 'x', 'x', 'x', 'x', 'QUIET', now())"
                            .formatted(person.district(), person.value()));
            await().until(() -> client.cursors().equals(List.of(1L)));
        }
    }

    @Test
    void aTicketOpensOneSocketOnly() {
        Citizen citizen = town.citizen();
        String ticket = Client.ticket(town, citizen);
        try (Client first = Client.show(town, Client.frame(ticket, null))) {
            await().until(() -> connections.persons().contains(citizen.person()));
            try (Client second = Client.show(town, Client.frame(ticket, null))) {
                await().untilAsserted(() -> assertThat(second.closeCodes())
                        .as("%s %s", second.failures(), second.of("end"))
                        .containsExactly(4401));
            }
            assertThat(first.closeCodes()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{}", "[]", "{\"ticket\":5,\"after\":\"x\"}", "{\"after\":3}"})
    void aFirstFrameThatShowsNoTicketEndsTheSocket(String first) {
        try (Client client = Client.show(town, first)) {
            await().until(() -> client.closeCodes().size() == 1);
            assertThat(client.closeCodes().getFirst()).isIn(4400, 4401);
        }
    }

    @Test
    void aPageOfAnotherHostMayNotConnect() {
        try (Client foreign = Client.from(town, "https://elsewhere.example")) {
            await().until(() -> foreign.failures().size() == 1);
            assertThat(foreign.failures().getFirst()).hasMessageContaining("403");
        }
        try (Client own = Client.from(town, "http://localhost:" + town.port());
                Client wechat = Client.from(town, "https://servicewechat.com")) {
            await().until(() -> own.closeCodes().equals(List.of(4400)));
            await().until(() -> wechat.closeCodes().equals(List.of(4400)));
        }
    }

    @Test
    void aSessionThatEndsClosesItsSocketsWithinASecond() {
        Citizen citizen = town.citizen();
        Citizen elsewhere = town.login(citizen.openid());
        try (Client client = Client.open(town, citizen, null);
                Client other = Client.open(town, elsewhere, null)) {
            await().until(() -> connections.all().stream()
                            .filter(one -> one.person().equals(citizen.person()))
                            .count()
                    == 2);
            Town.as(citizen, town.client().delete().uri("/api/v1/sessions/current"))
                    .exchange()
                    .expectStatus()
                    .is2xxSuccessful();
            await().atMost(Duration.ofSeconds(1))
                    .until(() -> client.closeCodes().equals(List.of(4403)));
            assertThat(other.closeCodes()).isEmpty();
        }
    }

    @Test
    void aQuietSocketIsPinged() {
        try (Client client = Client.open(town, town.citizen(), null)) {
            await().until(() -> client.of("ping").size() >= 2);
        }
    }

    @Test
    void aPersonsOldestConnectionGivesWayToTheirNinth() {
        Citizen citizen = town.citizen();
        List<Client> clients = new ArrayList<>();
        for (int nth = 1; nth <= 9; nth++) {
            clients.add(Client.open(town, citizen, null));
            int open = Math.min(nth, 8);
            await().until(() -> connections.all().stream()
                            .filter(one -> one.person().equals(citizen.person()))
                            .count()
                    == open);
        }
        await().until(() -> clients.getFirst().closeCodes().equals(List.of(4409)));
        clients.forEach(Client::close);
        await().until(() -> !connections.persons().contains(citizen.person()));
    }

    @Test
    void anArticleIsShownToWhoeverIsConnected() {
        Citizen citizen = town.citizen();
        try (Client client = Client.open(town, citizen, null)) {
            await().until(() -> connections.persons().contains(citizen.person()));
            Id article = town.something();
            town.tell(article, new Audience.Everyone(), "article.published", Urgency.QUIET)
                    .block();
            await().until(() ->
                    client.of("article").size() == 1 && client.cursors().equals(List.of(1L)));
            assertThat(client.of("article").getFirst().get("id").asString()).isEqualTo(article.toString());
        }
    }

    @Test
    void eventsResumeFromTheLastOneSeen() {
        Citizen citizen = town.citizen();
        tell(citizen, 3);
        await().until(() -> items(citizen) == 3);
        Flux<String> events = Town.as(citizen, town.client().get().uri("/api/v1/live/events"))
                .header("Last-Event-ID", "1")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody()
                .filter(data -> data.contains("news"));
        StepVerifier.create(events)
                .expectNextMatches(data -> data.contains("\"cursor\":2"))
                .expectNextMatches(data -> data.contains("\"cursor\":3"))
                .then(() -> tell(citizen, 1))
                .expectNextMatches(data -> data.contains("\"cursor\":4"))
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void eventsAreForThoseWhoAreLoggedIn() {
        town.client()
                .get()
                .uri("/api/v1/live/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        town.client().get().uri("/api/v1/live").exchange().expectStatus().isBadRequest();
    }

    private void tell(Citizen citizen, int times) {
        Id subject = town.something();
        Flux.range(0, times)
                .concatMap(nth -> town.tell(subject, citizen, "case.handling"))
                .blockLast();
    }

    private long items(Citizen citizen) {
        return town.count("select count(*) from notification.item where person = '%s'"
                .formatted(citizen.person().value()));
    }
}
