package io.quanmin.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.testing.CityTest;
import io.quanmin.wechat.Await;
import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.WeChat;
import io.quanmin.wechat.WeChatEvent;
import io.quanmin.wechatsandbox.SandboxSettings;
import io.quanmin.wechatsandbox.WeChatSandbox;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.PushFormat;
import io.quanmin.wechatsandbox.base.PushMode;
import io.quanmin.wechatsandbox.push.Event;
import io.quanmin.wechatsandbox.push.PushFault;
import io.quanmin.wechatsandbox.push.PushRecord;
import io.quanmin.wechatsandbox.push.PushTiming;
import io.quanmin.wechatsandbox.screening.Verdict;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The sandbox pushes to the real application: each thing that happened is told once, whatever the way does to it. */
@CityTest
@TestPropertySource(
        properties = {
            "quanmin.embedded.database=callback",
            "quanmin.wechat.callback.first-pause=50ms",
            "quanmin.wechat.callback.poll=100ms",
            "quanmin.wechat.callback.attempts=3"
        })
class CallbackTests {

    private static final WeChatSandbox SANDBOX = WeChatSandbox.start(SandboxSettings.defaults()
            .onPort(0)
            .withSeed(20261123)
            .withPushTiming(new PushTiming(Duration.ofSeconds(5), 3, Duration.ofMillis(50))));
    private static final String CITIZEN = "u01";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RecordingOutbox outbox;

    @Autowired
    private WeChat weChat;

    @Autowired
    private PutAsideEndpoint putAside;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        account(registry, "quanmin.wechat.mini.", SANDBOX.apps().mini());
        account(registry, "quanmin.wechat.service.", SANDBOX.apps().service());
        registry.add("quanmin.wechat.service.web-base", SANDBOX::baseUrl);
    }

    private static void account(DynamicPropertyRegistry registry, String prefix, AppSettings app) {
        registry.add(prefix + "api-base", SANDBOX::baseUrl);
        registry.add(prefix + "app-id", app::appid);
        registry.add(prefix + "secret", app::secret);
        registry.add(prefix + "token", app::callbackToken);
        registry.add(prefix + "aes-key", app::encodingAesKey);
    }

    @TestConfiguration
    static class Recording {

        @Bean
        @Primary
        RecordingOutbox recordingOutbox() {
            return new RecordingOutbox();
        }
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void pushHere() {
        String here = "http://127.0.0.1:" + port + "/wechat/callback/";
        AppSettings mini = SANDBOX.apps().mini().withPush(PushMode.SECURE, PushFormat.JSON);
        SANDBOX.apps().change(mini.withCallbackUrl(here + "mini"));
        SANDBOX.apps().change(SANDBOX.apps().service().withCallbackUrl(here + "service"));
        SANDBOX.pushes().faults().clear();
        outbox.clear();
    }

    private static String miniOpenid() {
        return SANDBOX.users().openid(CITIZEN, SANDBOX.apps().mini().appid());
    }

    private static String serviceOpenid() {
        return SANDBOX.users().openid(CITIZEN, SANDBOX.apps().service().appid());
    }

    private List<WeChatEvent> told(int count) {
        return outbox.await(count, PATIENCE);
    }

    /** Everything pushed has arrived and nothing waits in the inbox: what is told now is all there is. */
    private List<WeChatEvent> allTold() {
        Await.until(
                PATIENCE,
                () -> SANDBOX.pushes().records().stream().noneMatch(push -> push.state() == PushRecord.State.WAITING));
        Await.until(PATIENCE, () -> count("WAITING") == 0);
        return outbox.told();
    }

    private long count(String state) {
        return database.sql("select count(*) from wechat.callback where state = :state")
                .bind("state", state)
                .mapValue(Long.class)
                .one()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static void push(String openid, String name, Map<String, Object> fields) {
        SANDBOX.pushes().push(Event.of(SANDBOX.apps().mini().appid(), openid, name, fields));
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @Test
    void theConsoleMaySaveTheAddressOfBothAccounts() {
        assertThat(SANDBOX.pushes().verify(SANDBOX.apps().mini().appid())).isTrue();
        assertThat(SANDBOX.pushes().verify(SANDBOX.apps().service().appid())).isTrue();
    }

    @Test
    void aCitizensAnswerToThePopupIsToldInEveryFormat() {
        for (PushFormat format : PushFormat.values()) {
            for (PushMode mode : List.of(PushMode.SECURE, PushMode.COMPATIBLE)) {
                outbox.clear();
                SANDBOX.apps().change(SANDBOX.apps().mini().withPush(mode, format));
                SANDBOX.clock().advance(Duration.ofSeconds(1));
                SANDBOX.act().acceptSubscription(CITIZEN, "tmpl-accepted", "tmpl-closed");
                assertThat(told(2))
                        .extracting(WeChatEvent.SubscriptionAnswered.class::cast)
                        .allSatisfy(it -> assertThat(it.openid()).isEqualTo(miniOpenid()))
                        .extracting(WeChatEvent.SubscriptionAnswered::template)
                        .containsExactlyInAnyOrder("tmpl-accepted", "tmpl-closed");
            }
        }
    }

    @Test
    void followingByACodeAndLeavingAreTold() {
        SANDBOX.act().follow(CITIZEN);
        assertThat(told(1)).containsExactly(new WeChatEvent.Followed(serviceOpenid(), null));
        SANDBOX.act().unfollow(CITIZEN);
        assertThat(told(2)).contains(new WeChatEvent.Unfollowed(serviceOpenid()));
    }

    @Test
    void aPushThatComesTwiceIsToldOnce() {
        SANDBOX.pushes().faults().add(PushFault.doubled("*").times(3));
        for (int id = 1; id <= 3; id++) {
            push(miniOpenid(), "wxa_media_check", Map.of("trace_id", "doubled-" + id, "errcode", -1008));
        }
        assertThat(told(3)).hasSize(3);
        assertThat(allTold()).hasSize(3).doesNotHaveDuplicates();
    }

    /** Fact 8 and case 22, through the whole way. */
    @Test
    void manyEventsOfOnePersonInOneSecondAreAllTold() {
        SANDBOX.clock().freeze();
        for (int id = 1; id <= 20; id++) {
            Map<String, Object> item = Map.of("TemplateId", "t", "MsgID", "90000000000000000" + id, "ErrorCode", "0");
            SANDBOX.pushes()
                    .push(Event.listing(
                            SANDBOX.apps().mini().appid(),
                            miniOpenid(),
                            "subscribe_msg_sent_event",
                            "SubscribeMsgSentEvent",
                            List.of(item)));
        }
        SANDBOX.clock().thaw();
        assertThat(told(20)).doesNotHaveDuplicates();
    }

    @Test
    void whatTheOutboxDoesNotTakeIsTriedAgainAndToldOnce() {
        outbox.refuse(2);
        push(miniOpenid(), "wxa_media_check", Map.of("trace_id", "refused-first", "errcode", -1008));
        assertThat(told(1)).hasSize(1);
        assertThat(allTold()).hasSize(1);
    }

    @Test
    void aPushNobodyCanReadIsPutAsideAndShown() {
        long before = count("ASIDE");
        assertThat(keep("{\"Event\":", 0)).isNotNull();
        Await.until(PATIENCE, () -> count("ASIDE") == before + 1);
        assertThat(allTold()).isEmpty();
        client().get().uri("/actuator/health").exchange().expectStatus().isOk();
    }

    @Test
    void aPushThatNeverGoesThroughIsPutAsideAfterItsAttemptsAndReadAgainWhenAsked() {
        long before = count("ASIDE");
        outbox.refuse(3);
        push(miniOpenid(), "wxa_media_check", Map.of("trace_id", "refused-always", "errcode", -1008));
        Await.until(PATIENCE, () -> count("ASIDE") == before + 1);
        assertThat(outbox.told()).isEmpty();
        PutAside aside = newestAside();
        assertThat(aside.attempts()).isEqualTo(3);
        assertThat(aside.account()).isEqualTo("mini");
        putAside.requeue(aside.id().toString()).block(PATIENCE);
        assertThat(told(1)).containsExactly(new WeChatEvent.PictureJudged("refused-always", Suggestion.UNSCREENED, 0));
        Await.until(PATIENCE, () -> count("ASIDE") == before);
    }

    private PutAside newestAside() {
        return Objects.requireNonNull(putAside.newest(null, 1).block(PATIENCE))
                .items()
                .getFirst();
    }

    @Test
    void whatIsPutAsideIsShownToTheSystemsKeepersOnly() {
        client().get()
                .uri("/api/v1/wechat/pushes-put-aside")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    /** As if the node that took it had died before the lease was over. */
    @Test
    void aPushWhoseReaderFellSilentIsReadAgain() {
        UUID id = keep("{\"Event\":\"unsubscribe\",\"FromUserName\":\"o-silent\"}", 1);
        assertThat(told(1)).containsExactly(new WeChatEvent.Unfollowed("o-silent"));
        assertThat(database.sql("select attempts from wechat.callback where id = :id")
                        .bind("id", id)
                        .mapValue(Integer.class)
                        .one()
                        .block(PATIENCE))
                .isEqualTo(2);
    }

    private UUID keep(String message, int attempts) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into wechat.callback (district, id, account, key, message, received_at, attempts)
                        values ('990100', :id, 'mini', :key, :message, now(), :attempts)
                        """)
                .bind("id", id)
                .bind("key", PushKey.of(id.toString().getBytes(StandardCharsets.UTF_8)))
                .bind("message", message.getBytes(StandardCharsets.UTF_8))
                .bind("attempts", attempts)
                .then()
                .block(PATIENCE);
        return id;
    }

    /** Case 29: WeChat raises an alarm for every push that is not answered within five seconds. */
    @Test
    void whileTheHouseIsBusyWeChatIsStillAnsweredAtTheFirstAttempt() {
        outbox.slow(Duration.ofMillis(200));
        for (int id = 1; id <= 60; id++) {
            push(miniOpenid(), "wxa_media_check", Map.of("trace_id", "busy-" + id, "errcode", -1008));
        }
        Await.until(
                PATIENCE,
                () -> SANDBOX.pushes().records().stream().noneMatch(push -> push.state() == PushRecord.State.WAITING));
        assertThat(SANDBOX.pushes().records())
                .filteredOn(push -> push.body().contains("busy-"))
                .hasSize(60)
                .allSatisfy(push ->
                        assertThat(push.attempts()).singleElement().asString().startsWith("200 success"));
        outbox.slow(Duration.ZERO);
        assertThat(told(60)).hasSize(60);
    }

    /** Cases 23 and 24 end to end: the sandbox really fetches what it judges. */
    @Test
    void aPictureIsJudgedOrSaidToBeOutOfReach() {
        SANDBOX.screening().media().delay(Duration.ZERO);
        SANDBOX.screening().media().textLabels(true);
        SANDBOX.screening().media().next(Verdict.risky(20002));
        SANDBOX.act().visit(CITIZEN);
        String good = judge(URI.create(SANDBOX.baseUrl() + "/cgi-bin/showqrcode?ticket=" + sceneCode()));
        assertThat(told(1)).containsExactly(new WeChatEvent.PictureJudged(good, Suggestion.RISKY, 20002));
        String lost = judge(URI.create("http://127.0.0.1:1/private.jpg"));
        assertThat(told(2)).contains(new WeChatEvent.PictureJudged(lost, Suggestion.UNSCREENED, 0));
    }

    private String judge(URI picture) {
        return Objects.requireNonNull(
                weChat.screenPicture(miniOpenid(), picture).block(PATIENCE));
    }

    private String sceneCode() {
        URI picture = Objects.requireNonNull(weChat.serviceAccountCode("any").block(PATIENCE));
        return picture.getQuery().substring("ticket=".length());
    }

    @Test
    void aStrangersPushIsRefusedAndNotKept() {
        String body = "{\"Event\":\"unsubscribe\",\"FromUserName\":\"o-stranger\"}";
        client().post()
                .uri("/wechat/callback/mini?signature=0&timestamp=1&nonce=2&msg_signature=0")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .value(type -> assertThat(type).asString().endsWith("wechat-push-not-genuine"));
        client().get()
                .uri("/wechat/callback/mini?echostr=x")
                .exchange()
                .expectStatus()
                .isForbidden();
        client().post()
                .uri("/wechat/callback/nobody")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(allTold()).isEmpty();
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        client().post()
                .uri("/wechat/callback/mini?signature=0&timestamp=1&nonce=2")
                .bodyValue("x".repeat(70 * 1024))
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }
}
