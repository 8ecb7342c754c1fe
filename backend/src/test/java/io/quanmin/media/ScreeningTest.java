package io.quanmin.media;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.media.Photo.Screening;
import io.quanmin.media.Photos.Viewer;
import io.quanmin.outbox.Outbox;
import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.WeChatEvent.PictureJudged;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing about a photo is public before it passed. */
@MediaCityTest
final class ScreeningTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Uploads uploads;

    @Autowired
    private Uploading uploading;

    @Autowired
    private Photos photos;

    @Autowired
    private ScreeningWeChat wechat;

    @Autowired
    private io.quanmin.media.Screening screening;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Sweeper sweeper;

    @AfterEach
    void weChatIsBack() {
        wechat.answers(ScreeningWeChat.Answer.TRACE);
    }

    @ParameterizedTest
    @CsvSource({"PASS, PASSED", "RISKY, HIDDEN", "REVIEW, FOR_PERSON", "UNSCREENED, FOR_PERSON"})
    void weChatsVerdictDecidesWhatThePublicSees(Suggestion suggestion, Screening expected) {
        Id person = uploads.somebody();
        Id photo = uploads.upload(person);
        push(asked(person).trace(), suggestion);

        await().atMost(PATIENCE).until(() -> screening(photo) == expected);
        assertThat(now(photos.links(List.of(photo), Viewer.PUBLIC)).containsKey(photo))
                .isEqualTo(expected == Screening.PASSED);
    }

    @Test
    void weChatGetsALinkToACleanJpegThatItCanReallyRead() throws Exception {
        Id person = uploads.somebody();
        Id photo = uploads.upload(person, TestPhotos.real("iphone_hdr_YES.jpg"));
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(asked(person).picture()).build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(0xFF, 0xD8, 0xFF).hasSizeLessThan(10 * 1024 * 1024);
        assertThat(screening(photo)).isEqualTo(Screening.PENDING);
    }

    @Test
    void aVerdictThatOvertakesTheAnswerIsNotLost() {
        Id photo = uploads.upload(uploads.somebody());
        String trace = "early-" + photo;

        screening.judged(new PictureJudged(trace, Suggestion.PASS, 100)).block();
        assertThat(screening(photo)).isEqualTo(Screening.PENDING);
        screening.remember(trace, photo).block();

        assertThat(screening(photo)).isEqualTo(Screening.PASSED);
    }

    @Test
    void ofTwoVerdictsTheFirstCounts() {
        Id photo = uploads.upload(uploads.somebody());
        screening.remember("twice-" + photo, photo).block();

        screening
                .judged(new PictureJudged("twice-" + photo, Suggestion.RISKY, 20001))
                .block();
        screening
                .judged(new PictureJudged("twice-" + photo, Suggestion.PASS, 100))
                .block();

        assertThat(screening(photo)).isEqualTo(Screening.HIDDEN);
    }

    @Test
    void aPersonsWordIsTheLast() {
        Id photo = uploads.upload(uploads.somebody());
        screening.remember("late-" + photo, photo).block();
        photos.judge(List.of(photo), false).block();

        screening
                .judged(new PictureJudged("late-" + photo, Suggestion.PASS, 100))
                .block();

        assertThat(screening(photo)).isEqualTo(Screening.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({"REVIEW,PASSED", "RISKY,HIDDEN", "PASS,PASSED"})
    void whoIsFasterThanTheCheckHasLookedAllTheSame(Suggestion suggestion, Screening expected) {
        Id photo = uploads.upload(uploads.somebody());
        screening.remember("slow-" + photo, photo).block();

        photos.lookedAt(List.of(photo)).block();
        assertThat(screening(photo)).isEqualTo(Screening.PENDING);
        screening.judged(new PictureJudged("slow-" + photo, suggestion, 100)).block();

        assertThat(screening(photo)).isEqualTo(expected);
    }

    @Test
    void whatWeChatCannotJudgeGoesToAPerson() {
        wechat.answers(ScreeningWeChat.Answer.CANNOT_JUDGE);
        Id photo = uploads.upload(uploads.somebody());

        await().atMost(PATIENCE).until(() -> screening(photo) == Screening.FOR_PERSON);
    }

    @Test
    void whoComesByTheDeskHasTheirPhotosJudgedByAPerson() {
        Id person = uploads.somebody();
        Actor atTheDesk = new Actor(person, person, Set.of(Role.OFFICER), person, person, "990102", null);
        Id photo = now(uploading.upload(atTheDesk, Uploads.chunks(TestPhotos.made("jpeg", 30, 20))))
                .id();

        await().atMost(PATIENCE).until(() -> screening(photo) == Screening.FOR_PERSON);
    }

    @Test
    void whileWeChatIsAwayAnUploadWorksAndTheCheckComesLater() {
        wechat.answers(ScreeningWeChat.Answer.AWAY);
        Id person = uploads.somebody();
        Id photo = uploads.upload(person);
        assertThat(screening(photo)).isEqualTo(Screening.PENDING);

        wechat.answers(ScreeningWeChat.Answer.TRACE);
        push(asked(person).trace(), Suggestion.PASS);
        await().atMost(PATIENCE).until(() -> screening(photo) == Screening.PASSED);
    }

    @Test
    void whatNobodyJudgesInTimeGoesToAPersonAndALateVerdictStillCounts() {
        Id person = uploads.somebody();
        Id photo = uploads.upload(person);
        String trace = asked(person).trace();

        sweeper.sweepAfter(Duration.ofMinutes(29));
        assertThat(screening(photo)).isEqualTo(Screening.PENDING);
        sweeper.sweepAfter(Duration.ofMinutes(31));
        assertThat(screening(photo)).isEqualTo(Screening.FOR_PERSON);

        push(trace, Suggestion.PASS);
        await().atMost(PATIENCE).until(() -> screening(photo) == Screening.PASSED);
    }

    private ScreeningWeChat.Asked asked(Id person) {
        String openid = String.valueOf(Uploads.actor(person).openid());
        await().atMost(PATIENCE).until(() -> wechat.wasAsked(openid));
        return wechat.asked(openid);
    }

    private void push(String trace, Suggestion suggestion) {
        outbox.add(uploads.subject(), new PictureJudged(trace, suggestion, 0)).block();
    }

    private Screening screening(Id photo) {
        return now(photos.find(List.of(photo))).getFirst().screening();
    }
}
