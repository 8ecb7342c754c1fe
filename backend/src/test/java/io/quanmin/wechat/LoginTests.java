package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Problem;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.http.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class LoginTests {

    private static final String LOGIN = "/sns/jscode2session";
    private static final String PHONE = "/wxa/business/getuserphonenumber";
    private static final String TOKEN = "/cgi-bin/stable_token";

    private final WeChatCity city = WeChatCity.open();
    private WeChatCity.Node node = city.node();

    @BeforeEach
    void forgetCalls() {
        city.sandbox.calls().clear();
    }

    @AfterEach
    void close() {
        node.close();
        city.close();
    }

    @Test
    void aCodeTellsWhoSomebodyIs() {
        succeeds(city.sandbox.act().loginCode(WeChatCity.CITIZEN));
    }

    private void succeeds(String code) {
        StepVerifier.create(node.weChat.login(code))
                .assertNext(account -> {
                    assertThat(account.openid()).isEqualTo(city.openid(WeChatCity.CITIZEN));
                    assertThat(account.unionid()).isNotBlank();
                })
                .expectComplete()
                .verify(WeChatCity.PATIENCE);
    }

    private void fails(String code, Class<? extends Problem> problem) {
        StepVerifier.create(node.weChat.login(code)).expectError(problem).verify(WeChatCity.PATIENCE);
    }

    /** Fact 1. */
    @Test
    void aLoginNeedsNoTokenAndSurvivesItsFailure() {
        city.sandbox.faults().add(Fault.error(TOKEN, -1));
        succeeds(city.sandbox.act().loginCode(WeChatCity.CITIZEN));
        assertThat(city.calls(TOKEN)).isEmpty();
        assertThat(city.calls(LOGIN))
                .singleElement()
                .satisfies(call -> assertThat(call.url()).doesNotContain("access_token"));
    }

    /** Fact 2 and case 7: the work is done, only the answer is a -1; sent again, the code would be a used one. */
    @Test
    void aBusyAnswerDoesNotSendTheSameCodeAgain() {
        city.sandbox.faults().add(Fault.error(LOGIN, -1).afterTheWork().times(1));
        fails(city.sandbox.act().loginCode(WeChatCity.CITIZEN), WeChatAway.class);
        assertThat(city.calls(LOGIN)).hasSize(1);
    }

    /** Fact 2: WxJava would have slept 31 seconds in the caller's thread. */
    @Test
    void aBusyAnswerIsToldAtOnceWithAHintWhenToComeBack() {
        city.sandbox.faults().add(Fault.error(LOGIN, -1));
        StepVerifier.create(node.weChat.login(city.sandbox.act().loginCode(WeChatCity.CITIZEN)))
                .expectErrorSatisfies(
                        problem -> assertThat(((Problem) problem).retryAfter()).contains(Duration.ofSeconds(5)))
                .verify(WeChatCity.PATIENCE);
        assertThat(city.calls(LOGIN)).hasSize(1);
    }

    /** Case 7: a gateway that breaks off must not make the client send the code again either. */
    @ParameterizedTest
    @ValueSource(ints = {408, 502, 503, 504})
    void aGatewaysErrorPageDoesNotSendTheSameCodeAgain(int status) {
        city.sandbox.faults().add(Fault.http(LOGIN, status));
        fails(city.sandbox.act().loginCode(WeChatCity.CITIZEN), WeChatAway.class);
        assertThat(city.calls(LOGIN)).hasSize(1);
    }

    @Test
    void anEmptyAnswerIsNoAnswer() {
        city.sandbox.faults().add(Fault.emptyBody(LOGIN));
        fails(city.sandbox.act().loginCode(WeChatCity.CITIZEN), WeChatAway.class);
    }

    /** Case 6. */
    @Test
    void aCodeSentTwiceIsRefusedTheSecondTime() {
        String code = city.sandbox.act().loginCode(WeChatCity.CITIZEN);
        succeeds(code);
        fails(code, CodeRefused.class);
        assertThat(city.calls(LOGIN).getFirst().errcode()).isEqualTo(40163);
    }

    @Test
    void aCodeOlderThanFiveMinutesIsRefused() {
        String code = city.sandbox.act().loginCode(WeChatCity.CITIZEN);
        city.sandbox.clock().advance(Duration.ofMinutes(6));
        fails(code, CodeRefused.class);
        assertThat(city.calls(LOGIN).getFirst().errcode()).isEqualTo(40029);
    }

    /** Case 8. */
    @Test
    void aPhoneCodeIsNoLoginCode() {
        fails(city.sandbox.act().phoneCode(WeChatCity.CITIZEN), CodeRefused.class);
    }

    /** Case 8. */
    @Test
    void aLoginCodeIsNoPhoneCode() {
        phoneFails(city.sandbox.act().loginCode(WeChatCity.CITIZEN), CodeRefused.class);
    }

    /** Case 8. */
    @Test
    void aPhoneCodeSentTwiceIsRefusedTheSecondTime() {
        String code = city.sandbox.act().phoneCode(WeChatCity.CITIZEN);
        StepVerifier.create(node.weChat.phone(code)).expectNext("17000000001").verifyComplete();
        phoneFails(code, CodeRefused.class);
        assertThat(city.calls(PHONE).getFirst().errcode()).isEqualTo(40029);
    }

    @Test
    void aBusyAnswerDoesNotSendTheSamePhoneCodeAgain() {
        city.sandbox.faults().add(Fault.error(PHONE, -1).afterTheWork().times(1));
        phoneFails(city.sandbox.act().phoneCode(WeChatCity.CITIZEN), WeChatAway.class);
        assertThat(city.calls(PHONE)).hasSize(1);
    }

    private void phoneFails(String code, Class<? extends Problem> problem) {
        StepVerifier.create(node.weChat.phone(code)).expectError(problem).verify(WeChatCity.PATIENCE);
    }

    /** Case 10: bound only later, so the unionid comes with a later login of the same openid. */
    @Test
    void theUnionidMayBeAbsentAndComeLater() {
        AppSettings mini = city.sandbox.apps().mini();
        city.sandbox.openPlatform().unbind(mini.appid());
        StepVerifier.create(node.weChat.login(city.sandbox.act().loginCode(WeChatCity.CITIZEN)))
                .expectNext(new WeChatAccount(city.openid(WeChatCity.CITIZEN), null))
                .verifyComplete();
        city.sandbox.openPlatform().bind(mini.appid());
        succeeds(city.sandbox.act().loginCode(WeChatCity.CITIZEN));
    }

    @Test
    void aPersonWhomWeChatKeepsOutIsToldSoAndNotTriedAgain() {
        city.sandbox.users().change(WeChatCity.CITIZEN, person -> person.risky(true));
        fails(city.sandbox.act().loginCode(WeChatCity.CITIZEN), PersonBlocked.class);
        assertThat(city.calls(LOGIN)).hasSize(1);
    }

    @Test
    void tooManyLoginsOfOnePersonWaitForAMinute() {
        city.sandbox.faults().add(Fault.error(LOGIN, 45011));
        StepVerifier.create(node.weChat.login(city.sandbox.act().loginCode(WeChatCity.CITIZEN)))
                .expectErrorSatisfies(
                        problem -> assertThat(((Problem) problem).retryAfter()).contains(Duration.ofMinutes(1)))
                .verify(WeChatCity.PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nonsense", "a&appid=wx-other", "a b%20?#\u0000", "井盖"})
    void aCodeSomebodyMadeUpIsRefusedAndAddsNoArgumentOfItsOwn(String code) {
        fails(code, CodeRefused.class);
        assertThat(city.calls(LOGIN)).allSatisfy(call -> assertThat(call.url()).doesNotContain("appid=wx-other"));
    }

    @Test
    void aCodeOfAbsurdLengthIsNotEvenSent() {
        fails("x".repeat(129), CodeRefused.class);
        assertThat(city.calls(LOGIN)).isEmpty();
    }

    @Test
    void aCityWithoutAnAccountStartsAndSaysThatWeChatIsAway() {
        WeChatSettings none = new WeChatSettings(
                new WeChatSettings.Mini(
                        "", "", city.settings().mini().apiBase(), "", "", WeChatSettings.Release.FORMAL),
                new WeChatSettings.Service(
                        "",
                        "",
                        city.settings().service().apiBase(),
                        city.settings().service().webBase(),
                        "",
                        ""),
                city.settings().calls());
        try (WeChatCity.Node bare = city.node(none)) {
            StepVerifier.create(bare.weChat.login("code"))
                    .expectError(WeChatAway.class)
                    .verify(WeChatCity.PATIENCE);
            StepVerifier.create(bare.weChat.follower("someone"))
                    .expectError(WeChatAway.class)
                    .verify(WeChatCity.PATIENCE);
            StepVerifier.create(bare.weChat.screen(new TextToScreen("o", TextToScreen.Scene.COMMENT, "text")))
                    .expectNext(new TextVerdict(Suggestion.UNSCREENED, 0))
                    .verifyComplete();
        }
    }
}
