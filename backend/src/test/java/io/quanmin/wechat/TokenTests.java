package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechatsandbox.http.CallRecord;
import io.quanmin.wechatsandbox.http.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The token of one node; {@link SharedTokenTests} has those that nodes share. */
class TokenTests {

    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final String TEMPLATES = "/wxaapi/newtmpl/gettemplate";

    private final WeChatCity city = WeChatCity.open();
    private final WeChatCity.Node node = city.node();

    @AfterEach
    void close() {
        node.close();
        city.close();
    }

    private void callSucceeds() {
        StepVerifier.create(node.weChat.subscribeTemplates())
                .expectNextCount(1)
                .expectComplete()
                .verify(WeChatCity.PATIENCE);
    }

    private void callFails() {
        StepVerifier.create(node.weChat.subscribeTemplates())
                .expectError(WeChatAway.class)
                .verify(WeChatCity.PATIENCE);
    }

    /** Case 1: a test system with the same appid asks for tokens of the old kind all the time. */
    @Test
    void anotherEnvironmentWithTheSameAppidDoesNotKillOurToken() throws IOException, InterruptedException {
        callSucceeds();
        try (HttpClient other = HttpClient.newHttpClient()) {
            for (int i = 0; i < 3; i++) {
                assertThat(oldToken(other)).contains("access_token");
                city.sandbox.clock().advance(Duration.ofMinutes(6));
                callSucceeds();
            }
        }
        assertThat(city.calls(TEMPLATES)).extracting(CallRecord::errcode).containsOnly(0);
        assertThat(city.calls(TOKEN))
                .hasSize(1)
                .allSatisfy(call -> assertThat(call.requestBody()).contains("\"force_refresh\":false"));
    }

    private String oldToken(HttpClient other) throws IOException, InterruptedException {
        WeChatSettings.Mini mini = city.settings().mini();
        URI uri = URI.create(mini.apiBase() + "/cgi-bin/token?grant_type=client_credential&appid=" + mini.appId()
                + "&secret=" + mini.secret());
        return other.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Case 3: whoever waited for the token takes the one that came. */
    @Test
    void callsThatWaitForATokenDoNotFetchAnotherOne() {
        city.sandbox.faults().add(Fault.slow(TOKEN, Duration.ofMillis(300)).times(1));
        List<Integer> sizes = Objects.requireNonNull(Flux.range(0, 24)
                .flatMap(i -> node.weChat.subscribeTemplates(), 24)
                .map(List::size)
                .collectList()
                .block(WeChatCity.PATIENCE));
        assertThat(sizes).hasSize(24);
        assertThat(city.calls(TOKEN)).hasSize(1);
    }

    @Test
    void aTokenThatWeChatEndsIsRenewedOnceAndTheCallGoesThrough() {
        callSucceeds();
        city.sandbox.tokens().revokeAll(city.sandbox.apps().mini().appid());
        callSucceeds();
        assertThat(city.calls(TOKEN)).hasSize(2);
        assertThat(city.calls(TEMPLATES)).extracting(CallRecord::errcode).containsExactly(0, 40001, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {40001, 40014, 42001})
    void aRefusedTokenIsRenewedOnceNotForEver(int code) {
        city.sandbox.faults().add(Fault.error(TEMPLATES, code));
        callFails();
        assertThat(city.calls(TEMPLATES)).hasSize(2);
        assertThat(city.calls(TOKEN)).hasSize(2);
    }

    /** Case 5: whatever is wrong with the token, the quota of tokens is not used up in trying. */
    @Test
    void aStormOfRefusedTokensStopsByItself() {
        city.sandbox.faults().add(Fault.tokenStorm(40001));
        for (int i = 0; i < 60; i++) {
            callFails();
        }
        assertThat(city.calls(TOKEN)).hasSizeLessThan(15);
        assertThat(node.lines.states()).containsEntry("wechat-mini-lookup", "OPEN");
    }

    /** Case 33: a new address out of the city is told to the operator; who logs in does not notice. */
    @Test
    void anAddressThatIsNotOnTheWhitelistStopsWhatNeedsATokenOnly() {
        city.sandbox.faults().add(Fault.error(TOKEN, 40164));
        callFails();
        StepVerifier.create(node.weChat.login(city.sandbox.act().loginCode(WeChatCity.CITIZEN)))
                .expectNextCount(1)
                .verifyComplete();
    }

    /** Case 32: WxJava's switching of appids lies in a thread local, so each account has a service of its own. */
    @Test
    void callsToBothAccountsAtOnceNeverMixTheirTokens() {
        city.sandbox.act().follow(WeChatCity.OFFICER);
        Long done = Flux.range(0, 60)
                .flatMap(i -> i % 2 == 0 ? node.weChat.subscribeTemplates() : node.weChat.serviceTemplates(), 20)
                .count()
                .block(WeChatCity.PATIENCE);
        assertThat(done).isEqualTo(60);
        assertThat(city.sandbox.calls().all()).extracting(CallRecord::errcode).containsOnly(0);
        assertThat(city.calls(TOKEN)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"7200, 7000", "600, 400", "300, 150", "345, 173", "2, 1", "1, 1", "0, 1"})
    void aTokenIsNeverKeptToItsEndNorForEver(int life, int kept) {
        assertThat(TokenStore.kept(life)).isEqualTo(kept);
    }

    @Test
    void theEndOfTheTokensDayIsNotNoticedByAnybody() {
        callSucceeds();
        city.sandbox.clock().advance(Duration.ofHours(3));
        callSucceeds();
        assertThat(city.calls(TEMPLATES).getFirst().errcode()).isZero();
    }
}
