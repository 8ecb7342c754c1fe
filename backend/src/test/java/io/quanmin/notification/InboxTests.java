package io.quanmin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Id;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notice.Urgency;
import io.quanmin.notice.NoticeGiven;
import io.quanmin.notification.Town.Citizen;
import io.quanmin.outbox.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@NotificationTest
class InboxTests {

    @Autowired
    private Town town;

    @Autowired
    private OnNoticeGiven onNoticeGiven;

    private record InboxPage(List<Item> items, String next) {}

    private record Unread(long count) {}

    @Test
    void whatAPersonIsToldIsInTheirInboxInTheWordsTheyRead() {
        Citizen citizen = town.citizen();
        town.tell(town.something(), citizen, "case.accepted").block();
        await().until(() -> unread(citizen) == 1);
        Item item = town.get(citizen, "/api/v1/inbox", InboxPage.class).items().getFirst();
        assertThat(item.title()).isEqualTo("已受理");
        assertThat(item.text()).isEqualTo("您上报的“暴露垃圾”（9901-20261123-0007）已受理，正在安排现场核查，预计 2026-11-24 18:00 前办结。感谢您的热心！");
        assertThat(item).returns(1L, Item::cursor).returns(false, Item::read).returns(Urgency.NORMAL, Item::urgency);
        assertThat(item.link()).startsWith("pages/case/case?id=990102-");
    }

    @Test
    void anInboxIsPagedNewestFirstAndReadUpToACursor() {
        Citizen citizen = town.citizen();
        Id subject = town.something();
        Flux.range(1, 5)
                .concatMap(nth -> town.tell(subject, citizen, "case.handling"))
                .blockLast();
        await().until(() -> unread(citizen) == 5);
        InboxPage first = town.get(citizen, "/api/v1/inbox?limit=3", InboxPage.class);
        assertThat(first.items()).extracting(Item::cursor).containsExactly(5L, 4L, 3L);
        InboxPage second = town.get(citizen, "/api/v1/inbox?limit=3&after=" + first.next(), InboxPage.class);
        assertThat(second.items()).extracting(Item::cursor).containsExactly(2L, 1L);
        assertThat(second.next()).isNull();
        Town.as(citizen, town.client().post().uri("/api/v1/inbox/read").bodyValue(Map.of("upTo", 4)))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(unread(citizen)).isEqualTo(1);
        assertThat(town.get(citizen, "/api/v1/inbox", InboxPage.class).items())
                .extracting(Item::read)
                .containsExactly(false, true, true, true, true);
    }

    @Test
    void readingUpToWhatIsNotThereYetDoesNotReadWhatComes() {
        Citizen citizen = town.citizen();
        town.tell(town.something(), citizen, "case.handling").block();
        await().until(() -> unread(citizen) == 1);
        Town.as(citizen, town.client().post().uri("/api/v1/inbox/read").bodyValue(Map.of("upTo", 1_000)))
                .exchange()
                .expectStatus()
                .isNoContent();
        town.tell(town.something(), citizen, "case.closed").block();
        await().until(() -> unread(citizen) == 1);
    }

    @Test
    void aNoticeDeliveredTwiceIsAnItemOnce() {
        Citizen one = town.citizen();
        Citizen other = town.citizen();
        NoticeGiven given = new NoticeGiven(notice(new Audience.Persons(List.of(one.person(), one.person()))));
        NoticeGiven wider = new NoticeGiven(notice(new Audience.Persons(List.of(one.person(), other.person()))));
        Id event = town.something();
        onNoticeGiven
                .handle(new Delivery<>(event, event, given, Instant.now(), 1))
                .block();
        onNoticeGiven
                .handle(new Delivery<>(event, event, wider, Instant.now(), 2))
                .block();
        assertThat(unread(one)).isEqualTo(1);
        assertThat(unread(other)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 20261123})
    void cursorsHaveNoGapsHoweverNoticesToTheSamePeopleInterleave(long seed) {
        Random random = new Random(seed);
        List<Citizen> citizens = Stream.generate(town::citizen).limit(4).toList();
        int[] told = new int[4];
        List<Delivery<NoticeGiven>> deliveries = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            List<Id> some = new ArrayList<>();
            for (int who = 0; who < 4; who++) {
                if (random.nextBoolean()) {
                    some.add(random.nextInt(some.size() + 1), citizens.get(who).person());
                    told[who]++;
                }
            }
            Id event = town.something();
            NoticeGiven given = new NoticeGiven(notice(new Audience.Persons(some)));
            deliveries.add(new Delivery<>(event, event, given, Instant.now(), 1));
        }
        Flux.fromIterable(deliveries).flatMap(onNoticeGiven::handle, 12).blockLast();
        for (int who = 0; who < 4; who++) {
            String person = citizens.get(who).person().value().toString();
            long count = town.count("select count(*) from notification.item where person = '%s'".formatted(person));
            long sum = town.count("select coalesce(sum(cursor), 0)::bigint from notification.item where person = '%s'"
                    .formatted(person));
            assertThat(count).as("seed %d", seed).isEqualTo(told[who]);
            assertThat(sum)
                    .as("seed %d", seed)
                    .isEqualTo(LongStream.rangeClosed(1, told[who]).sum());
        }
    }

    @Test
    void whatIsForEveryoneReachesEveryoneOnce() {
        List<Citizen> citizens = Stream.generate(town::citizen).limit(3).toList();
        town.tell(town.something(), new Audience.Everyone(), "article.published", Urgency.QUIET)
                .block();
        citizens.forEach(citizen -> await().until(() -> unread(citizen) == 1));
    }

    @Test
    void whatIsWithdrawnIsTakenBackFromEveryInboxAlsoWhileItIsStillOnItsWay() {
        List<Citizen> citizens = Stream.generate(town::citizen).limit(3).toList();
        Id article = town.something();
        Audience everyone = new Audience.Everyone();
        town.tell(town.something(), everyone, "article.published", Urgency.QUIET)
                .block();
        town.tell(article, everyone, "article.published", Urgency.QUIET)
                .then(town.tell(article, everyone, "article.withdrawn", Urgency.QUIET))
                .block();
        for (Citizen citizen : citizens) {
            await().untilAsserted(() -> assertThat(titles(citizen)).containsExactlyInAnyOrder("文章已撤回", ""));
        }
    }

    @Test
    void whoWasToldNothingHearsOfNoWithdrawal() {
        Citizen citizen = town.citizen();
        town.tell(town.something(), new Audience.Everyone(), "article.withdrawn", Urgency.QUIET)
                .block();
        town.tell(town.something(), citizen, "case.accepted").block();
        town.tell(town.something(), new Audience.Everyone(), "article.published", Urgency.QUIET)
                .block();
        await().until(() -> unread(citizen) == 2);
        assertThat(titles(citizen)).doesNotContain("文章已撤回");
    }

    private List<String> titles(Citizen citizen) {
        return town.get(citizen, "/api/v1/inbox", InboxPage.class).items().stream()
                .map(Item::title)
                .toList();
    }

    @Test
    void aMadeUpPageIsRefused() {
        Town.as(town.citizen(), town.client().get().uri("/api/v1/inbox?after=!!"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void preferencesAreKeptAndImpossibleOnesRefused() {
        Citizen citizen = town.citizen();
        Map<?, ?> usual = town.get(citizen, "/api/v1/me/preferences", Map.class);
        assertThat(usual.get("wechatMessages")).isEqualTo(true);
        save(
                citizen,
                Map.of(
                        "wechatMessages",
                        false,
                        "quietFrom",
                        "22:00",
                        "quietTo",
                        "07:30",
                        "muted",
                        List.of("case.merged")),
                200);
        Map<?, ?> changed = town.get(citizen, "/api/v1/me/preferences", Map.class);
        assertThat(changed.get("wechatMessages")).isEqualTo(false);
        assertThat(changed.get("quietTo")).isEqualTo("07:30");
        assertThat(changed.get("muted")).isEqualTo(List.of("case.merged"));
        save(citizen, Map.of("wechatMessages", true, "quietFrom", "22:00"), 400);
        save(citizen, Map.of("wechatMessages", true, "muted", List.of("no.such")), 400);
        save(citizen, Map.of("quietFrom", "25:00"), 400);
    }

    private void save(Citizen citizen, Map<String, Object> preferences, int status) {
        Town.as(citizen, town.client().put().uri("/api/v1/me/preferences").bodyValue(preferences))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private Notice notice(Audience audience) {
        return new Notice(
                town.something(),
                audience,
                "case.handling",
                Map.of("type", "占道经营"),
                "pages/x",
                Urgency.QUIET,
                Instant.now());
    }

    private long unread(Citizen citizen) {
        return town.get(citizen, "/api/v1/inbox/unread", Unread.class).count();
    }
}
