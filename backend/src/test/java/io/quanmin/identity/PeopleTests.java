package io.quanmin.identity;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.StaffTable.Linking;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import io.quanmin.wechat.WeChatAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Other modules find the people they need: by unit, by role and place, by id. */
@CityTest
@Import(PretendWeChatConfiguration.class)
class PeopleTests {

    @Autowired
    private People people;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private StaffTable staff;

    @Autowired
    private Citizens citizens;

    @Autowired
    private Ids ids;

    @Autowired
    private CitySettings city;

    private final Map<Id, Id> members = new HashMap<>();

    @Test
    void aUnitsTasksReachThoseOnDuty() {
        Unit unit = unit();
        Id onDuty = member(Role.OFFICER, unit.code(), "990102", true);
        assertThat(member(Role.OFFICER, unit.code(), "990102", false)).isNotNull();
        assertThat(all(people.onDuty(unit.id()))).containsExactly(onDuty);
    }

    @Test
    void whereNobodyIsOnDutyTasksReachEverybodyOfTheUnit() {
        Unit unit = unit();
        Id one = member(Role.OFFICER, unit.code(), "990102", false);
        Id two = member(Role.LEADER, unit.code(), "990102", false);
        assertThat(all(people.onDuty(unit.id()))).containsExactlyInAnyOrder(one, two);
        assertThat(all(people.onDuty(ids.next(city.code())))).isEmpty();
    }

    @Test
    void aRoleIsFoundByThePlaceItsAreaHolds() {
        Id district = member(Role.SUPERVISOR, null, "990102", false);
        Id street = member(Role.SUPERVISOR, null, "990102001", false);
        Id wholeCity = member(Role.SUPERVISOR, null, "990100", false);
        Id elsewhere = member(Role.SUPERVISOR, null, "990103", false);
        assertThat(all(people.withRole(Role.SUPERVISOR, "990102001002")))
                .contains(district, street, wholeCity)
                .doesNotContain(elsewhere);
        assertThat(all(people.withRole(Role.SUPERVISOR, "990102002001")))
                .contains(district, wholeCity)
                .doesNotContain(street, elsewhere);
        assertThat(all(people.withRole(Role.SUPERVISOR, "990100")))
                .contains(wholeCity)
                .doesNotContain(district);
    }

    @Test
    void staffAreCalledByTheirRealNameAndUnit() {
        Unit unit = unit();
        Id person = member(Role.OFFICER, unit.code(), "990102", true);
        people.names(List.of(person, ids.next(city.code())))
                .as(StepVerifier::create)
                .expectNext(Map.of(person, new PersonName("钱进", unit.name())))
                .verifyComplete();
    }

    @Test
    void anIdFromBeforeTwoAccountsBecameOneStillFindsThePerson() {
        Id own = member(Role.OFFICER, null, "990102", true);
        String openid = Door.stranger();
        Id citizen = now(citizens.come(new WeChatAccount(openid, null)));
        Id record = Objects.requireNonNull(members.get(own));
        assertThat(now(administration.link(record, citizen))).isEqualTo(citizen);
        people.names(List.of(own))
                .as(StepVerifier::create)
                .expectNext(Map.of(own, new PersonName("钱进", null)))
                .verifyComplete();
        people.contacts(List.of(own, citizen))
                .collectMap(Contact::person, contact -> Optional.ofNullable(contact.openid()))
                .as(StepVerifier::create)
                .expectNext(Map.of(own, Optional.of(openid), citizen, Optional.of(openid)))
                .verifyComplete();
        assertThat(all(people.everyone())).contains(citizen).doesNotContain(own);
    }

    @Test
    void everyoneComesOnceInOrderAcrossPages() {
        Flux.range(0, 1_200)
                .flatMap(number -> citizens.come(new WeChatAccount(Door.stranger(), null)), 16)
                .as(StepVerifier::create)
                .expectNextCount(1_200)
                .verifyComplete();
        List<Id> everyone = all(people.everyone());
        assertThat(everyone)
                .hasSizeGreaterThanOrEqualTo(1_200)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void aUnitIsBroughtUpToDateByItsCodeAndNeedsAKnownParent() {
        Unit unit = unit();
        NewUnit renamed = new NewUnit(unit.code(), "新名称", unit.area(), null, Unit.Kind.PARTNER);
        Unit again = now(administration.addUnit(renamed));
        assertThat(again.id()).isEqualTo(unit.id());
        assertThat(again.name()).isEqualTo("新名称");
        administration
                .addUnit(new NewUnit("u" + UUID.randomUUID(), "下级", "990102", "no-such-unit", Unit.Kind.DEPARTMENT))
                .as(StepVerifier::create)
                .expectError(InvalidFields.class)
                .verify();
    }

    private Unit unit() {
        String code = "u-" + UUID.randomUUID().toString().substring(0, 12);
        return now(administration.addUnit(new NewUnit(code, "测试单位", "990102", null, Unit.Kind.DEPARTMENT)));
    }

    /** The person of a new staff member. */
    private Id member(Role role, @Nullable String unit, String area, boolean onDuty) {
        String login = "p" + UUID.randomUUID().toString().substring(0, 12);
        Id record = now(administration.addStaff(new NewStaff(login, "钱进", null, Set.of(role), unit, area, onDuty)));
        Linking linking = now(staff.lock(record));
        members.put(linking.person(), record);
        return linking.person();
    }

    private static List<Id> all(Flux<Id> found) {
        return now(found.collectList());
    }
}
