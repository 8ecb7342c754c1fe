package io.quanmin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.Role;
import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import io.quanmin.testing.CityTest;
import io.quanmin.wechat.Follower;
import io.quanmin.wechat.WeChatEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import reactor.test.StepVerifier;

/** Officials are reached through the service account once it is known which follower they are. */
@CityTest
@Import(PretendWeChatConfiguration.class)
class ServiceAccountTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Autowired
    private PretendWeChat wechat;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private People people;

    @Autowired
    private OnFollowed onFollowed;

    @Autowired
    private OnUnfollowed onUnfollowed;

    @Autowired
    private Ids ids;

    @Autowired
    private CitySettings city;

    @LocalServerPort
    private int port;

    private Door door;

    @BeforeEach
    void knock() {
        door = new Door(port, wechat);
    }

    @Test
    void aFollowerIsTheOfficerWithTheSameUnionid() {
        String unionid = Door.stranger();
        SessionEndpoint.Opened officer = officer(unionid);
        assertThat(linked(officer)).isEqualTo(Me.Linked.NOT_LINKED);
        String service = follow(unionid, null, NOON);
        assertThat(linked(officer)).isEqualTo(Me.Linked.LINKED);
        people.contacts(List.of(officer.me().id()))
                .as(StepVerifier::create)
                .assertNext(contact -> {
                    assertThat(contact.serviceOpenid()).isEqualTo(service);
                    assertThat(contact.following()).isTrue();
                })
                .verifyComplete();
    }

    @Test
    void whoFollowedBeforeEverOpeningTheMiniProgramIsFoundWhenTheyDo() {
        String unionid = Door.stranger();
        assertThat(follow(unionid, null, NOON)).isNotBlank();
        assertThat(linked(officer(unionid))).isEqualTo(Me.Linked.LINKED);
    }

    @Test
    void whoUnfollowedIsShownAsSuchUntilTheyFollowAgain() {
        String unionid = Door.stranger();
        SessionEndpoint.Opened officer = officer(unionid);
        String service = follow(unionid, null, NOON);
        unfollow(service, NOON.plusSeconds(60));
        assertThat(linked(officer)).isEqualTo(Me.Linked.UNFOLLOWED);
        handle(onFollowed, new WeChatEvent.Followed(service, null), NOON.plusSeconds(120));
        assertThat(linked(officer)).isEqualTo(Me.Linked.LINKED);
    }

    @Test
    void newsThatComesLateChangesNothing() {
        String unionid = Door.stranger();
        SessionEndpoint.Opened officer = officer(unionid);
        String service = follow(unionid, null, NOON);
        unfollow(service, NOON.minusSeconds(60));
        assertThat(linked(officer)).isEqualTo(Me.Linked.LINKED);
    }

    @Test
    void withoutUnionidsACodeMadeForThemLinksTheOfficerOnce() {
        SessionEndpoint.Opened officer = officer(null);
        SessionEndpoint.Opened other = officer(null);
        String scene = code(officer);
        Instant now = Instant.now();
        assertThat(follow(null, scene, now)).isNotBlank();
        assertThat(linked(officer)).isEqualTo(Me.Linked.LINKED);
        assertThat(linked(other)).isEqualTo(Me.Linked.NOT_LINKED);
        String again = follow(null, scene, now.plusSeconds(1));
        people.contacts(List.of(officer.me().id()))
                .as(StepVerifier::create)
                .assertNext(contact -> assertThat(contact.serviceOpenid()).isNotEqualTo(again))
                .verifyComplete();
    }

    @Test
    void theSameNewsTwiceIsTheSameAsOnce() {
        SessionEndpoint.Opened officer = officer(null);
        String scene = code(officer);
        String service = Door.stranger();
        WeChatEvent.Followed event = new WeChatEvent.Followed(service, scene);
        Instant now = Instant.now();
        handle(onFollowed, event, now);
        handle(onFollowed, event, now);
        assertThat(linked(officer)).isEqualTo(Me.Linked.LINKED);
    }

    private SessionEndpoint.Opened officer(@Nullable String unionid) {
        SessionEndpoint.Opened session = door.login(Door.stranger(), unionid);
        NewStaff staff = new NewStaff(
                "s" + UUID.randomUUID().toString().substring(0, 12),
                "孙强",
                null,
                Set.of(Role.OFFICER),
                null,
                null,
                true);
        administration
                .addStaff(staff)
                .flatMap(id -> administration.link(id, session.me().id()))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        return session;
    }

    private Me.Linked linked(SessionEndpoint.Opened session) {
        return Objects.requireNonNull(door.me(session.token()).staff()).serviceAccount();
    }

    private String code(SessionEndpoint.Opened officer) {
        LinkingServiceAccount.ServiceCode code = Objects.requireNonNull(
                door.call(HttpMethod.POST, "/api/v1/me/service-account-code", officer.token(), null)
                        .expectStatus()
                        .isOk()
                        .expectBody(LinkingServiceAccount.ServiceCode.class)
                        .returnResult()
                        .getResponseBody());
        return code.picture().getQuery().substring("scene=".length());
    }

    private String follow(@Nullable String unionid, @Nullable String scene, Instant at) {
        String service = Door.stranger();
        wechat.follower(new Follower(service, unionid, true));
        handle(onFollowed, new WeChatEvent.Followed(service, scene), at);
        return service;
    }

    private void unfollow(String service, Instant at) {
        handle(onUnfollowed, new WeChatEvent.Unfollowed(service), at);
    }

    private <E> void handle(EventHandler<E> handler, E event, Instant at) {
        Id subject = ids.next(city.code());
        handler.handle(new Delivery<>(ids.next(city.code()), subject, event, at, 1))
                .as(StepVerifier::create)
                .verifyComplete();
    }
}
