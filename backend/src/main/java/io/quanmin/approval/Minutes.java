package io.quanmin.approval;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Members write minutes and give actions; the head signs minutes, and then they stay as they are. */
@Component
class Minutes {

    private final WorkingGroup group;
    private final MeetingTable meetings;
    private final ActionTable actions;
    private final Announcing announcing;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Ids ids;
    private final Clock clock;

    Minutes(
            WorkingGroup group,
            MeetingTable meetings,
            ActionTable actions,
            Announcing announcing,
            TransactionalOperator transaction,
            CitySettings city,
            Ids ids,
            Clock clock) {
        this.group = group;
        this.meetings = meetings;
        this.actions = actions;
        this.announcing = announcing;
        this.transaction = transaction;
        this.city = city;
        this.ids = ids;
        this.clock = clock;
    }

    Id nextId() {
        return ids.next(city.code());
    }

    Instant now() {
        return clock.instant();
    }

    Mono<Meeting> begin(Actor actor, Meeting meeting) {
        return group.member(actor)
                .then(Mono.defer(() -> meetings.insert(meeting)))
                .thenReturn(meeting);
    }

    Mono<Meeting> rewrite(Actor actor, Id id, long seen, Meeting as) {
        return group.member(actor).flatMap(member -> change(id, seen, before -> before.rewritten(as)));
    }

    Mono<Meeting> sign(Actor actor, Id id, long seen) {
        return group.head(actor)
                .flatMap(head -> change(id, seen, before -> {
                    if (before.minutes().isEmpty()) {
                        throw new InvalidFields("minutes", "required", "请先写好纪要再签署");
                    }
                    return before.signed(actor.person(), clock.instant());
                }));
    }

    private Mono<Meeting> change(Id id, long seen, UnaryOperator<Meeting> as) {
        return meetings.find(id)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(before -> {
                    if (before.signed()) {
                        return Mono.error(new MeetingSigned());
                    }
                    return before.version() == seen ? Mono.just(as.apply(before)) : Mono.error(new StalePaper(before));
                })
                .flatMap(next -> meetings.change(next)
                        .flatMap(rows -> rows == 1
                                ? Mono.just(next)
                                : meetings.find(id).flatMap(now -> Mono.error(new StalePaper(now)))));
    }

    /** Gives an action to a member and tells them. */
    Mono<Action> give(Actor actor, Action action) {
        return group.member(actor)
                .then(Mono.defer(() -> ownerBelongs(action)))
                .then(Mono.defer(() -> actions.insert(action)))
                .then(Mono.defer(() -> announcing.assigned(action)))
                .thenReturn(action)
                .as(transaction::transactional);
    }

    /** Changes an action, or says that it is done or open again; whom it is given to anew is told. */
    Mono<Action> change(Actor actor, Id id, long seen, Action as, boolean done) {
        return group.member(actor)
                .then(Mono.defer(() -> ownerBelongs(as)))
                .then(Mono.defer(() -> actions.find(id).switchIfEmpty(Mono.error(NoSuchThing::new))))
                .flatMap(before -> before.version() == seen ? Mono.just(before) : Mono.error(new StalePaper(before)))
                .flatMap(before -> write(before, next(before, as, done)))
                .as(transaction::transactional);
    }

    private Action next(Action before, Action as, boolean done) {
        Instant doneAt = done ? (before.doneAt() == null ? clock.instant() : before.doneAt()) : null;
        return new Action(
                before.id(),
                before.version() + 1,
                as.words(),
                as.owner(),
                as.dueOn(),
                as.meeting(),
                before.at(),
                doneAt);
    }

    private Mono<Action> write(Action before, Action next) {
        boolean given = next.owner() != null && !next.owner().equals(before.owner());
        return actions.change(next)
                .flatMap(rows -> rows == 1
                        ? Mono.just(next)
                        : actions.find(next.id()).flatMap(now -> Mono.<Action>error(new StalePaper(now))))
                .flatMap(changed -> given ? announcing.assigned(changed).thenReturn(changed) : Mono.just(changed));
    }

    private Mono<Void> ownerBelongs(Action action) {
        return group.persons()
                .any(person -> person.equals(action.owner()))
                .flatMap(belongs ->
                        belongs ? Mono.empty() : Mono.error(new InvalidFields("owner", "not-a-member", "责任人须是专班现任成员")));
    }
}
