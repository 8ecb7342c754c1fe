package io.quanmin.approval;

import io.quanmin.identity.People;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The head appoints members, and whoever is head next. The first head is named by a system administrator, and
 * the next where the head has left. */
@Component
class Appointing {

    private final WorkingGroup group;
    private final MemberTable table;
    private final People people;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Ids ids;
    private final Clock clock;

    Appointing(
            WorkingGroup group,
            MemberTable table,
            People people,
            TransactionalOperator transaction,
            CitySettings city,
            Ids ids,
            Clock clock) {
        this.group = group;
        this.table = table;
        this.people = people;
        this.transaction = transaction;
        this.city = city;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Appoints somebody who may serve in the working group; an earlier membership of theirs ends, and so does the headship of
     * whoever led it where a new head is appointed. Fails with {@link HeadOnly}.
     */
    Mono<Member> appoint(Actor actor, Appointment wanted) {
        return fit(wanted.person()).then(Mono.defer(() -> written(actor, wanted).as(transaction::transactional)));
    }

    private Mono<Void> fit(Id person) {
        return people.serving(Role.WORKING_GROUP)
                .filter(person::equals)
                .next()
                .switchIfEmpty(Mono.error(() -> new InvalidFields("person", "not-fit", "此人还没有“工作专班”角色，请先由安全管理员授予")))
                .then();
    }

    private Mono<Member> written(Actor actor, Appointment wanted) {
        return table.lock()
                .then(Mono.defer(
                        () -> Mono.zip(table.present(group.today()).collectList(), group.serving(), Present::new)))
                .doOnNext(present -> entitled(actor, present, wanted))
                .flatMap(present -> replace(actor, present, wanted));
    }

    private static void entitled(Actor actor, Present present, Appointment wanted) {
        boolean led = present.heads().findAny().isPresent();
        boolean heads = present.heads().anyMatch(head -> actor.person().equals(head.person()));
        if (!heads && (led || !wanted.head() || !actor.is(Role.SYSTEM_ADMIN))) {
            throw new HeadOnly();
        }
    }

    private Mono<Member> replace(Actor actor, Present present, Appointment wanted) {
        LocalDate today = group.today();
        LocalDate from = wanted.from() == null ? today : wanted.from();
        Member next =
                new Member(ids.next(city.code()), wanted.person(), wanted.head(), wanted.duty(), from, wanted.until());
        List<Member> going = present.members().stream()
                .filter(member -> wanted.person().equals(member.person()) || (wanted.head() && member.head()))
                .toList();
        boolean leaderless = !wanted.head() && going.stream().anyMatch(Member::head);
        if (leaderless) {
            return Mono.error(new HeadStays());
        }
        return Flux.fromIterable(going)
                .concatMap(member -> goes(actor, member, wanted.person(), present))
                .then(Mono.defer(() -> table.add(next, actor.person(), clock.instant())))
                .thenReturn(next);
    }

    /** A head who is followed by somebody else stays a member, unless they serve no more. */
    private Mono<Void> goes(Actor actor, Member member, Id follower, Present present) {
        LocalDate today = group.today();
        Member stays = new Member(ids.next(city.code()), member.person(), false, member.duty(), today, null);
        Mono<Void> ended = table.end(member.id(), today);
        return follower.equals(member.person()) || !present.serves(member)
                ? ended
                : ended.then(Mono.defer(() -> table.add(stays, actor.person(), clock.instant())));
    }

    /**
     * Members of today.
     *
     * @param serving persons who may serve in the group: a head who left the city's service leads it no more
     */
    private record Present(List<Member> members, Set<Id> serving) {

        Stream<Member> heads() {
            return members.stream().filter(Member::head).filter(this::serves);
        }

        boolean serves(Member member) {
            return member.person() != null && serving.contains(member.person());
        }
    }

    /** Ends a membership today; fails with {@link HeadStays} for the head's own. */
    Mono<Void> end(Actor actor, Id member) {
        return group.head(actor)
                .flatMapMany(head -> table.present(group.today()))
                .filter(present -> present.id().equals(member))
                .next()
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(present ->
                        present.head() ? Mono.error(new HeadStays()) : table.end(present.id(), group.today()));
    }
}
