package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechatsandbox.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** WeChat slow or down is WeChat's trouble. */
class LaneTests {

    private static final String LOGIN = "/sns/jscode2session";
    private static final String CHECK = "/wxa/msg_sec_check";

    private final WeChatCity city = WeChatCity.open();

    @AfterEach
    void close() {
        city.close();
    }

    private static WeChatSettings.Calls calls(Duration deadline, int threads, int queue, Duration pause) {
        return new WeChatSettings.Calls(deadline, deadline, threads, queue, 16, 10, 50, pause);
    }

    private Mono<WeChatAccount> login(WeChatCity.Node node) {
        return node.weChat.login(city.sandbox.act().loginCode(WeChatCity.CITIZEN));
    }

    private TextToScreen text() {
        return new TextToScreen(city.openid(WeChatCity.CITIZEN), TextToScreen.Scene.COMMENT, "路灯不亮");
    }

    @Test
    void aServerThatIsDownIsLeftAloneAfterAWhileAndTriedAgainLater() {
        try (WeChatCity.Node node =
                city.node(city.settings(calls(WeChatCity.PATIENCE, 8, 64, Duration.ofMillis(300))))) {
            city.sandbox.faults().add(Fault.http(LOGIN, 502));
            for (int i = 0; i < 30; i++) {
                StepVerifier.create(login(node)).expectError(WeChatAway.class).verify(WeChatCity.PATIENCE);
            }
            assertThat(city.calls(LOGIN)).hasSizeLessThan(15);
            assertThat(node.lines.states()).containsEntry("wechat-mini-login", "OPEN");
            city.sandbox.faults().clear();
            Await.until(
                    WeChatCity.PATIENCE,
                    () -> Boolean.TRUE.equals(
                            login(node).hasElement().onErrorReturn(false).block()));
        }
    }

    @Test
    void refusalsOfSingleCodesDoNotStopTheLogin() {
        try (WeChatCity.Node node = city.node()) {
            for (int i = 0; i < 30; i++) {
                StepVerifier.create(node.weChat.login("made-up-" + i))
                        .expectError(CodeRefused.class)
                        .verify(WeChatCity.PATIENCE);
            }
            StepVerifier.create(login(node)).expectNextCount(1).verifyComplete();
        }
    }

    @Test
    void aSlowPurposeHoldsUpNoOtherOne() {
        city.sandbox.act().visit(WeChatCity.CITIZEN);
        city.sandbox.faults().add(Fault.slow(CHECK, WeChatCity.SLOW));
        try (WeChatCity.Node node =
                city.node(city.settings(calls(WeChatCity.IMPATIENT, 2, 64, Duration.ofSeconds(30))))) {
            Mono<List<TextVerdict>> checks = Flux.range(0, 12)
                    .flatMap(i -> node.weChat.screen(text()), 12)
                    .collectList();
            Mono<List<WeChatAccount>> logins =
                    Flux.range(0, 12).concatMap(i -> login(node)).collectList();
            var both = Objects.requireNonNull(Mono.zip(checks, logins).block(WeChatCity.PATIENCE));
            assertThat(both.getT1()).hasSize(12).allMatch(it -> it.suggestion() == Suggestion.UNSCREENED);
            assertThat(both.getT2()).hasSize(12);
        }
    }

    @Test
    void whatComesOnTopOfTheQueueIsTurnedAwayAtOnce() {
        city.sandbox.faults().add(Fault.slow(LOGIN, Duration.ofSeconds(1)));
        try (WeChatCity.Node node =
                city.node(city.settings(calls(WeChatCity.PATIENCE, 2, 2, Duration.ofSeconds(30))))) {
            Long through = Flux.range(0, 20)
                    .flatMap(
                            i -> login(node).hasElement().onErrorResume(WeChatAway.class, away -> Mono.just(false)), 20)
                    .filter(done -> done)
                    .count()
                    .block(WeChatCity.PATIENCE);
            assertThat(through).isEqualTo(4);
            assertThat(city.calls(LOGIN)).hasSize(4);
        }
    }

    /** What waited for a thread until nobody waited for it any more is not sent after all. */
    @Test
    void aMessageThatWaitedTooLongIsNotSentAfterAll() {
        try (WeChatCity.Node node =
                city.node(city.settings(calls(WeChatCity.IMPATIENT, 1, 64, Duration.ofSeconds(30))))) {
            assertThat(city.warm(node)).isSameAs(node);
            city.sandbox.faults().add(Fault.slow("/cgi-bin/message/subscribe/send", WeChatCity.SLOW));
            Mono<SendOutcome> first = node.weChat.send(to(WeChatCity.CITIZEN));
            Mono<SendOutcome> second = node.weChat.send(to("u02"));
            List<Object> ends = Objects.requireNonNull(Flux.merge(
                            first.cast(Object.class), second.cast(Object.class).onErrorResume(Mono::just))
                    .collectList()
                    .block(WeChatCity.PATIENCE));
            assertThat(ends).hasAtLeastOneElementOfType(SendOutcome.Unknown.class);
            assertThat(ends).hasAtLeastOneElementOfType(WeChatAway.class);
        }
        assertThat(city.calls("/cgi-bin/message/subscribe/send")).hasSizeLessThanOrEqualTo(1);
    }

    private SubscribeMessage to(String user) {
        city.sandbox.act().acceptSubscription(user, "tmpl-accepted");
        return new SubscribeMessage(city.openid(user), "tmpl-accepted", "pages/index", Messages.data());
    }

    @Test
    void nobodyAnsweringAtAllIsAwayAndNotAnError() {
        WeChatSettings nowhere =
                city.settings("http://127.0.0.1:1", city.settings().calls());
        try (WeChatCity.Node node = city.node(nowhere)) {
            StepVerifier.create(login(node)).expectError(WeChatAway.class).verify(WeChatCity.PATIENCE);
            StepVerifier.create(node.weChat.send(to(WeChatCity.CITIZEN)))
                    .expectError(WeChatAway.class)
                    .verify(WeChatCity.PATIENCE);
            StepVerifier.create(node.weChat.screenPicture("o", URI.create("http://127.0.0.1/p.jpg")))
                    .expectError(WeChatAway.class)
                    .verify(WeChatCity.PATIENCE);
        }
    }

    @Test
    void theHealthShowsEveryLineAndIsNeverDown() {
        city.sandbox.faults().add(Fault.http("*", 502));
        try (WeChatCity.Node node = city.node()) {
            for (int i = 0; i < 12; i++) {
                StepVerifier.create(login(node)).expectError(WeChatAway.class).verify(WeChatCity.PATIENCE);
            }
            var health = new WeChatHealth(node.lines).health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails())
                    .containsEntry("wechat-mini-login", "OPEN")
                    .containsEntry("wechat-service-message", "CLOSED")
                    .hasSize(10);
        }
    }
}
