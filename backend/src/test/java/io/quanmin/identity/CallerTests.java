package io.quanmin.identity;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Who rings, and who they turn out to be. */
@CityTest
@Import(PretendWeChatConfiguration.class)
class CallerTests {

    private static final Id CLERK = new Id("990100", new UUID(7, 7));

    @Autowired
    private Hotline hotline;

    @Autowired
    private PhoneBook phones;

    @Autowired
    private People people;

    @Autowired
    private PretendWeChat wechat;

    @Autowired
    private DatabaseClient database;

    @LocalServerPort
    private int port;

    private Door door;

    @BeforeEach
    void knock() {
        door = new Door(port, wechat);
    }

    private static String number() {
        return "137%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private Id rings(String number, @Nullable String name) {
        return now(hotline.caller(new Call(number, name, 1, CLERK)));
    }

    @Test
    void oneNumberIsOnePersonHoweverItIsTypedAndHoweverManyTakeTheCall() {
        String number = number();
        Id first = rings(number, "陈阿姨");
        assertThat(rings("+86 " + number, "陈阿姨")).isEqualTo(first);
        String other = number();
        List<Id> atOnce = now(Flux.range(0, 8)
                .flatMap(i -> hotline.caller(new Call(other, null, 1, CLERK)), 8)
                .collectList());
        assertThat(atOnce).hasSize(8);
        assertThat(List.copyOf(new java.util.HashSet<>(atOnce))).hasSize(1);
        Actor clerk = new Actor(CLERK, CLERK, Set.of(Role.HOTLINE_CLERK), CLERK, null, "990102", null);
        assertThat(now(phones.shown(first, clerk, "a test"))).isEqualTo(number);
    }

    @Test
    void aCallersNameIsForStaffAndNeverForThePublic() {
        Id caller = rings(number(), "陈阿姨");
        assertThat(now(people.names(List.of(caller)))).containsEntry(caller, new PersonName("陈阿姨", null));
        assertThat(now(people.nicknames(List.of(caller)))).isEmpty();
        Contact contact = now(people.contacts(List.of(caller)).next());
        assertThat(contact.reachable()).isFalse();
    }

    @Test
    void whoBindsTheNumberInWeChatLaterIsWhoRang() {
        String number = number();
        Id caller = rings(number, "陈阿姨");
        SessionEndpoint.Opened session = door.login(Door.stranger());
        bind(session, number);
        Id person = session.me().id();

        assertThat(mergedInto(caller)).isEqualTo(person.value());
        assertThat(rings(number, null)).isEqualTo(person);
        assertThat(count("identity.caller", caller)).isZero();
        assertThat(count("identity.spoken_consent", person)).isEqualTo(2);
        assertThat(now(people.contacts(List.of(caller)).next()).reachable()).isTrue();
    }

    @Test
    void twoWhoCameThroughWeChatStayTwo() {
        String number = number();
        SessionEndpoint.Opened one = door.login(Door.stranger());
        SessionEndpoint.Opened other = door.login(Door.stranger());
        bind(one, number);
        bind(other, number);
        assertThat(door.me(one.token()).phone()).isNotNull();
        assertThat(rings(number, null)).isIn(one.me().id(), other.me().id());
        assertThat(door.me(one.token()).id())
                .isNotEqualTo(door.me(other.token()).id());
    }

    private void bind(SessionEndpoint.Opened session, String number) {
        door.call(HttpMethod.PUT, "/api/v1/me/phone", session.token(), Map.of("code", wechat.phoneCode(number)))
                .expectStatus()
                .isOk();
    }

    private UUID mergedInto(Id person) {
        return now(database.sql("select merged_into from identity.person where id = :id")
                .bind("id", person.value())
                .map(row -> Sql.value(row, "merged_into", UUID.class))
                .one());
    }

    private long count(String table, Id person) {
        return now(database.sql("select count(*) from " + table + " where person = :person")
                .bind("person", person.value())
                .mapValue(Long.class)
                .one());
    }
}
