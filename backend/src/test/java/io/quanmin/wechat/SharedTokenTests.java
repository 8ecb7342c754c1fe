package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.testing.CityTest;
import io.quanmin.wechatsandbox.http.CallRecord;
import io.quanmin.wechatsandbox.http.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Several nodes with one Redis, and with it gone. */
@CityTest
class SharedTokenTests {

    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final String TEMPLATES = "/wxaapi/newtmpl/gettemplate";

    private final WeChatCity city = WeChatCity.open();
    private final StringRedisTemplate redis;
    private final ReactiveStringRedisTemplate turns;
    private final CutWire wire;
    private final LettuceConnectionFactory wired;

    @Autowired
    SharedTokenTests(
            StringRedisTemplate redis,
            ReactiveStringRedisTemplate turns,
            @Value("${spring.data.redis.host}") String host,
            @Value("${spring.data.redis.port}") int port,
            @Value("${spring.data.redis.password}") String password)
            throws IOException {
        this.redis = redis;
        this.turns = turns;
        this.wire = new CutWire(host, port);
        RedisStandaloneConfiguration through = new RedisStandaloneConfiguration("127.0.0.1", wire.port());
        through.setPassword(password);
        this.wired = new LettuceConnectionFactory(
                through,
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofMillis(200))
                        .build());
        wired.afterPropertiesSet();
        wired.start();
    }

    @BeforeEach
    void forgetTokens() {
        redis.delete(Objects.requireNonNull(redis.keys("wechat:*")));
    }

    @AfterEach
    void close() throws IOException {
        city.close();
        wired.destroy();
        wire.close();
    }

    private WeChatCity.Node node() {
        return new WeChatCity.Node(city.settings(), redis, turns);
    }

    private WeChatCity.Node nodeOnTheWire() {
        return new WeChatCity.Node(
                city.settings(), new StringRedisTemplate(wired), new ReactiveStringRedisTemplate(wired));
    }

    private static void callSucceeds(WeChatCity.Node node) {
        StepVerifier.create(node.weChat.subscribeTemplates())
                .expectNextCount(1)
                .expectComplete()
                .verify(WeChatCity.PATIENCE);
    }

    private String tokenKey() {
        return "wechat:access_token:" + city.sandbox.apps().mini().appid();
    }

    /** Case 2, case 3 and fact 12: the lease outlives the request, however slow that is. */
    @Test
    void nodesThatNeedATokenAtOnceFetchOneTogether() {
        city.sandbox.faults().add(Fault.slow(TOKEN, Duration.ofMillis(500)).times(1));
        try (WeChatCity.Node one = node();
                WeChatCity.Node other = node()) {
            Long done = Flux.range(0, 32)
                    .flatMap(i -> (i % 2 == 0 ? one : other).weChat.subscribeTemplates(), 32)
                    .count()
                    .block(WeChatCity.PATIENCE);
            assertThat(done).isEqualTo(32);
        }
        assertThat(city.calls(TOKEN)).hasSize(1);
        assertThat(city.calls(TEMPLATES)).extracting(CallRecord::errcode).containsOnly(0);
    }

    @Test
    void aNodeThatStartsLaterTakesTheTokenThatIsThere() {
        try (WeChatCity.Node one = node();
                WeChatCity.Node later = node()) {
            callSucceeds(one);
            callSucceeds(later);
        }
        assertThat(city.calls(TOKEN)).hasSize(1);
        assertThat(redis.getExpire(tokenKey())).isBetween(6900L, 7000L);
    }

    /** Case 5. */
    @Test
    void aWrongTokenInTheStoreIsReplacedByOneFetch() {
        redis.opsForValue().set(tokenKey(), "a-token-of-nobody", Duration.ofHours(1));
        try (WeChatCity.Node one = node();
                WeChatCity.Node other = node()) {
            callSucceeds(one);
            callSucceeds(other);
        }
        assertThat(city.calls(TOKEN)).hasSize(1);
        assertThat(redis.opsForValue().get(tokenKey())).isNotEqualTo("a-token-of-nobody");
    }

    /** Case 4: nobody waits for a node that died while it fetched. */
    @Test
    void aLockThatADeadNodeLeftHoldsNobodyUpForLong() {
        String lock = "wechat:lock:" + city.sandbox.apps().mini().appid() + ":accessTokenLock";
        redis.opsForValue().set(lock, "dead", Duration.ofMillis(700));
        try (WeChatCity.Node one = node()) {
            callSucceeds(one);
        }
        assertThat(city.calls(TOKEN)).hasSize(1);
    }

    /** Case 4: and with a lock that stays, the call ends by its deadline and the thread is free again. */
    @Test
    void aLockThatStaysEndsTheCallByItsDeadlineAndBlocksNoThread() {
        String lock = "wechat:lock:" + city.sandbox.apps().mini().appid() + ":accessTokenLock";
        redis.opsForValue().set(lock, "stays", Duration.ofMinutes(1));
        try (WeChatCity.Node one =
                new WeChatCity.Node(city.settings(WeChatCity.calls(WeChatCity.IMPATIENT)), redis, turns)) {
            StepVerifier.create(Flux.range(0, 3)
                            .flatMap(i -> one.weChat.subscribeTemplates().onErrorComplete(), 3))
                    .expectComplete()
                    .verify(WeChatCity.PATIENCE);
            redis.delete(lock);
            callSucceeds(one);
        }
    }

    @Test
    void withRedisGoneANodeGoesOnWithTheTokenItKnows() {
        try (WeChatCity.Node one = nodeOnTheWire()) {
            callSucceeds(one);
            wire.cut();
            callSucceeds(one);
            callSucceeds(one);
            assertThat(city.calls(TOKEN)).hasSize(1);
            wire.mend();
            callSucceeds(one);
        }
    }

    @Test
    void withRedisGoneFromTheStartANodeFetchesItsOwnToken() {
        wire.cut();
        try (WeChatCity.Node one = nodeOnTheWire()) {
            callSucceeds(one);
            callSucceeds(one);
        }
        assertThat(city.calls(TOKEN)).hasSize(1);
    }

    /** Case 20, from two nodes. */
    @Test
    void messagesOfTwoNodesToOnePersonGoOutOneAfterTheOther() {
        for (int i = 0; i < 8; i++) {
            city.sandbox.act().acceptSubscription(WeChatCity.CITIZEN, "tmpl-accepted");
        }
        try (WeChatCity.Node one = node();
                WeChatCity.Node other = node()) {
            Flux<SendOutcome> sent =
                    Flux.range(0, 8).flatMap(i -> (i % 2 == 0 ? one : other).weChat.send(Messages.to(city)), 8);
            StepVerifier.create(sent.filter(SendOutcome.Taken.class::isInstance))
                    .expectNextCount(8)
                    .expectComplete()
                    .verify(WeChatCity.PATIENCE);
        }
        assertThat(city.calls("/cgi-bin/message/subscribe/send")).noneMatch(call -> call.errcode() == 43108);
        assertThat(redis.keys("wechat:turn:*")).isEmpty();
    }

    @Test
    void withRedisGoneMessagesStillGoOut() {
        city.sandbox.act().acceptSubscription(WeChatCity.CITIZEN, "tmpl-accepted");
        wire.cut();
        try (WeChatCity.Node one = nodeOnTheWire()) {
            StepVerifier.create(one.weChat.send(Messages.to(city)))
                    .expectNextMatches(SendOutcome.Taken.class::isInstance)
                    .expectComplete()
                    .verify(WeChatCity.PATIENCE);
        }
    }
}
