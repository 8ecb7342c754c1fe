package io.quanmin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.wechatsandbox.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class ScreeningTests {

    private static final String CHECK = "/wxa/msg_sec_check";
    private static final String PICTURE = "/wxa/media_check_async";
    private static final URI PHOTO = URI.create("http://127.0.0.1:1/photo.jpg");

    private final WeChatCity city = WeChatCity.open();
    private final WeChatCity.Node node = city.node();

    @BeforeEach
    void visit() {
        city.sandbox.act().visit(WeChatCity.CITIZEN);
    }

    @AfterEach
    void close() {
        node.close();
        city.close();
    }

    private TextVerdict screen(String text) {
        return screen(node, text);
    }

    private TextVerdict screen(WeChatCity.Node through, String text) {
        TextToScreen asked = new TextToScreen(city.openid(WeChatCity.CITIZEN), TextToScreen.Scene.FORUM, text);
        return Objects.requireNonNull(through.weChat.screen(asked).block(WeChatCity.PATIENCE));
    }

    @ParameterizedTest
    @CsvSource({"路灯不亮三天了, PASS, 100", "低价出售二手车, REVIEW, 10001", "网上赌博, RISKY, 20006", "低价出售并且赌博, RISKY, 20006"})
    void aTextIsJudgedThoughWeChatsErrcodeIsZeroEvenForTheWorst(String text, Suggestion suggestion, int label) {
        assertThat(screen(text)).isEqualTo(new TextVerdict(suggestion, label));
        assertThat(city.calls(CHECK))
                .singleElement()
                .satisfies(call ->
                        assertThat(call.requestBody()).contains("\"version\":2").contains("\"scene\":3"));
    }

    /** Fact 11 and case 25: nothing of this can wait for a night's job. */
    @Test
    void aTextOfSomebodyAwayForTwoHoursIsUnscreenedAndNotRefused() {
        city.sandbox.clock().advance(Duration.ofHours(3));
        assertThat(screen("路灯不亮")).isEqualTo(new TextVerdict(Suggestion.UNSCREENED, 0));
        assertThat(city.calls(CHECK).getFirst().errcode()).isEqualTo(61010);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 40001, 44991, 45009, 40003, 87014})
    void whatWeChatDoesNotJudgeIsUnscreened(int code) {
        city.sandbox.faults().add(Fault.error(CHECK, code));
        assertThat(screen("路灯不亮").suggestion()).isEqualTo(Suggestion.UNSCREENED);
    }

    @Test
    void aCheckThatDoesNotAnswerIsUnscreenedByTheDeadline() {
        city.sandbox.faults().add(Fault.slow(CHECK, WeChatCity.SLOW));
        try (WeChatCity.Node impatient = city.impatientNode()) {
            assertThat(screen(impatient, "路灯不亮").suggestion()).isEqualTo(Suggestion.UNSCREENED);
        }
    }

    @Test
    void aBlankTextHasNothingToJudge() {
        assertThat(screen(" \n")).isEqualTo(new TextVerdict(Suggestion.PASS, 100));
        assertThat(city.calls(CHECK)).isEmpty();
    }

    @Test
    void aLongTextIsJudgedToItsEndByItsWorstPart() {
        assertThat(screen("路".repeat(6000) + "赌博")).isEqualTo(new TextVerdict(Suggestion.RISKY, 20006));
        assertThat(city.calls(CHECK)).hasSize(3).allMatch(call -> call.errcode() == 0);
    }

    @Test
    void aWordAcrossACutDoesNotEscape() {
        assertThat(screen("路".repeat(2499) + "赌博" + "路".repeat(100)).suggestion())
                .isEqualTo(Suggestion.RISKY);
    }

    @Test
    void partsAreWithinTheLimitOverlapAndBreakNoCharacter() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(9000)).forEach(any -> text.append((any & 1) == 0 ? "🕳" : "井"));
            List<String> parts = Screening.parts(text.toString());
            assertThat(parts).allSatisfy(part -> {
                assertThat(part).hasSizeLessThanOrEqualTo(Screening.LONGEST);
                assertThat(part.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
            });
            assertThat(text.toString()).startsWith(parts.isEmpty() ? "" : parts.getFirst());
            assertThat(text.toString()).endsWith(parts.isEmpty() ? "" : parts.getLast());
        }
    }

    @Test
    void aPictureIsAskedForByTheSecondVersionAndKnownByItsTrace() {
        String trace = Objects.requireNonNull(node.weChat
                .screenPicture(city.openid(WeChatCity.CITIZEN), PHOTO)
                .block(WeChatCity.PATIENCE));
        assertThat(trace).matches("[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
        assertThat(city.calls(PICTURE).getFirst().requestBody())
                .contains("\"version\":2")
                .contains("\"media_type\":2")
                .contains("\"media_url\":\"http://127.0.0.1:1/photo.jpg\"");
    }

    /** Fact 11 and case 25. */
    @Test
    void aPictureOfSomebodyAwayForTwoHoursCannotBeJudged() {
        city.sandbox.clock().advance(Duration.ofHours(3));
        StepVerifier.create(node.weChat.screenPicture(city.openid(WeChatCity.CITIZEN), PHOTO))
                .verifyComplete();
    }

    /** Case 23: WeChat's servers reach https only, and may answer "pass" for what they could not fetch. */
    @Test
    void anAddressThatWeChatCannotReachIsNotEvenAskedAbout() {
        WeChatSettings real =
                city.settings("https://127.0.0.1:1", city.settings().calls());
        try (WeChatCity.Node secure = city.node(real)) {
            StepVerifier.create(secure.weChat.screenPicture("o", PHOTO)).verifyComplete();
            StepVerifier.create(secure.weChat.screenPicture("o", URI.create("https://photos.example/p.jpg")))
                    .expectError(WeChatAway.class)
                    .verify(WeChatCity.PATIENCE);
        }
    }

    @Test
    void aPictureThatWeChatPutsOffMayBeAskedForAgain() {
        city.sandbox.faults().add(Fault.error(PICTURE, 44991));
        StepVerifier.create(node.weChat.screenPicture(city.openid(WeChatCity.CITIZEN), PHOTO))
                .expectError(WeChatAway.class)
                .verify(WeChatCity.PATIENCE);
    }
}
