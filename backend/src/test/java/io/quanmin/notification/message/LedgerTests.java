package io.quanmin.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.notification.NotificationTest;
import io.quanmin.notification.Town;
import io.quanmin.notification.Town.Citizen;
import io.quanmin.outbox.Delivery;
import io.quanmin.wechat.WeChatEvent.SubscriptionAnswered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@NotificationTest
class LedgerTests {

    private static final String TEMPLATE = "tmpl-accepted";

    @Autowired
    private Town town;

    @Autowired
    private Ledger ledger;

    @Autowired
    private OnSubscriptionAnswered onAnswered;

    @Autowired
    private CitySettings city;

    @Test
    void whatTheClientReportsIsCountedOnceHoweverOftenItAsks() {
        Citizen citizen = town.citizen();
        answer(citizen, "popup-0001", "accept");
        answer(citizen, "popup-0001", "accept");
        assertThat(balance(citizen)).isEqualTo(1);
        answer(citizen, "popup-0002", "acceptWithAlert");
        answer(citizen, "popup-0003", "reject");
        answer(citizen, "popup-0004", "ban");
        assertThat(balance(citizen)).isEqualTo(2);
    }

    @Test
    void clientAndWeChatReportingTheSameAcceptanceAreCountedOnceInEitherOrder() {
        Citizen first = town.citizen();
        answer(first, "popup-0001", "accept");
        assertThat(wechatReports(first, true, Instant.now())).isEqualTo(1);
        Citizen second = town.citizen();
        assertThat(wechatReports(second, true, Instant.now())).isEqualTo(1);
        answer(second, "popup-0001", "accept");
        assertThat(balance(second)).isEqualTo(1);
    }

    @Test
    void reportsFarApartAreTwoAcceptances() {
        Citizen citizen = town.citizen();
        answer(citizen, "popup-0001", "accept");
        assertThat(wechatReports(citizen, true, Instant.now().minus(Duration.ofHours(1))))
                .isEqualTo(2);
    }

    @Test
    void whoRefusesInTheSettingsIsToldNothingMore() {
        Citizen citizen = town.citizen();
        answer(citizen, "popup-0001", "accept");
        answer(citizen, "popup-0002", "accept");
        assertThat(wechatReports(citizen, false, Instant.now())).isZero();
    }

    /** Each of n popups is reported by the client, by WeChat or by both, all at once and partly twice. */
    @ParameterizedTest
    @ValueSource(longs = {5, 20261123})
    void everyPopupIsCountedOnceHoweverReportsAreMixed(long seed) {
        Random random = new Random(seed);
        String openid = "o-ledger-" + seed + "-" + town.something();
        int popups = 25;
        List<Acceptance> reports = new ArrayList<>();
        for (int popup = 0; popup < popups; popup++) {
            reports.add(report(openid, Acceptance.Source.CLIENT, "client:" + popup));
            reports.add(report(openid, Acceptance.Source.WECHAT, "wechat:" + popup));
            if (random.nextInt(3) == 0) {
                reports.add(reports.get(random.nextInt(reports.size())));
            }
        }
        Collections.shuffle(reports, random);
        Flux.fromIterable(reports).flatMap(ledger::accepted, 8).blockLast();
        long balance = town.count(
                "select balance::bigint from notification.subscription where openid = '%s'".formatted(openid));
        assertThat(balance).as("seed %d", seed).isEqualTo(popups);
    }

    @Test
    void theThreeStagesAreListedWithWhatIsLeft() {
        Citizen citizen = town.citizen();
        answer(citizen, "popup-0001", "accept");
        Subscriptions mine = town.get(citizen, "/api/v1/subscriptions", Subscriptions.class);
        assertThat(mine.templates())
                .containsExactly(
                        new Subscriptions.StageBalance("tmpl-accepted", "accepted", "已受理", 1),
                        new Subscriptions.StageBalance("tmpl-handled", "handled", "处置中", 0),
                        new Subscriptions.StageBalance("tmpl-closed", "closed", "已结案", 0));
        assertThat(mine.longTerm()).isFalse();
    }

    @Test
    void aPopupWithoutAnIdOrWithTooManyResultsIsRefused() {
        Citizen citizen = town.citizen();
        post(citizen, Map.of("results", List.of(), "asked", "short"), 400);
        post(citizen, Map.of("asked", "popup-0001"), 400);
        List<Map<String, String>> many = Collections.nCopies(11, Map.of("template", TEMPLATE, "status", "accept"));
        post(citizen, Map.of("results", many, "asked", "popup-0001"), 400);
        post(
                citizen,
                Map.of(
                        "results",
                        List.of(Map.of("template", "none-of-ours", "status", "accept")),
                        "asked",
                        "popup-0001"),
                200);
    }

    private Acceptance report(String openid, Acceptance.Source source, String asked) {
        return new Acceptance(city.code(), openid, TEMPLATE, asked, source, Instant.now());
    }

    /** What is left after WeChat reported an answer. */
    private int wechatReports(Citizen citizen, boolean accepted, Instant at) {
        Id event = town.something();
        SubscriptionAnswered answered = new SubscriptionAnswered(citizen.openid(), TEMPLATE, accepted, !accepted, at);
        onAnswered.handle(new Delivery<>(event, event, answered, at, 1)).block();
        onAnswered.handle(new Delivery<>(event, event, answered, at, 2)).block();
        return balance(citizen);
    }

    private void answer(Citizen citizen, String asked, String status) {
        post(citizen, Map.of("results", List.of(Map.of("template", TEMPLATE, "status", status)), "asked", asked), 200);
    }

    private void post(Citizen citizen, Map<String, Object> answer, int status) {
        Town.as(citizen, town.client().post().uri("/api/v1/subscriptions").bodyValue(answer))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private int balance(Citizen citizen) {
        return town.get(citizen, "/api/v1/subscriptions", Subscriptions.class)
                .templates()
                .getFirst()
                .balance();
    }
}
