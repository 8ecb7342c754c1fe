package io.quanmin.approval;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.rulebook.Change;
import io.quanmin.rulebook.Draft;
import io.quanmin.rulebook.Publishing;
import io.quanmin.rulebook.Scrutiny;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A member brings a draft before the working group. */
@Component
class Proposing {

    private final WorkingGroup group;
    private final ProposalTable table;
    private final MeetingTable meetings;
    private final Scrutiny scrutiny;
    private final Publishing publishing;
    private final Announcing announcing;
    private final TransactionalOperator transaction;
    private final CitySettings city;
    private final Ids ids;
    private final Clock clock;

    Proposing(
            WorkingGroup group,
            ProposalTable table,
            MeetingTable meetings,
            Scrutiny scrutiny,
            Publishing publishing,
            Announcing announcing,
            TransactionalOperator transaction,
            CitySettings city,
            Ids ids,
            Clock clock) {
        this.group = group;
        this.table = table;
        this.meetings = meetings;
        this.scrutiny = scrutiny;
        this.publishing = publishing;
        this.announcing = announcing;
        this.transaction = transaction;
        this.city = city;
        this.ids = ids;
        this.clock = clock;
    }

    /** Closes the draft and asks the others; fails as {@link Publishing#propose} does, or with {@link HeadProposes}. */
    Mono<Proposal> propose(Actor actor, Wish wish) {
        return group.member(actor)
                .flatMap(member -> decided(wish).then(Mono.defer(() -> written(actor, member, wish))))
                .as(transaction::transactional);
    }

    /** Minutes are what a proposal stands on, and only signed ones stand. */
    private Mono<Void> decided(Wish wish) {
        return meetings.find(wish.meeting())
                .filter(meeting -> meeting.signed()
                        && wish.decision() <= meeting.decisions().size())
                .switchIfEmpty(Mono.error(() -> new InvalidFields("decision", "unknown", "请选择已签署纪要中的一项决定")))
                .then();
    }

    private Mono<Proposal> written(Actor actor, Member member, Wish wish) {
        return publishing
                .propose(wish.draft(), wish.draftVersion(), wish.effectiveFrom())
                .flatMap(draft -> consents(member, draft).map(consents -> fresh(actor, wish, draft, consents)))
                .flatMap(proposal -> table.insert(proposal).thenReturn(proposal))
                .flatMap(proposal -> announcing.opened(proposal).thenReturn(proposal));
    }

    /** Of the draft as it was closed: whoever changed it a moment before changed what it needs. */
    private Mono<Scrutiny.Consents> consents(Member member, Draft closed) {
        return scrutiny.changes(closed)
                .map(Proposing::sections)
                .flatMap(scrutiny::consents)
                .doOnNext(consents -> approvable(member, consents));
    }

    private static Set<String> sections(List<Change> changes) {
        if (changes.isEmpty()) {
            throw new NothingChanges();
        }
        return changes.stream().map(Change::section).collect(Collectors.toSet());
    }

    private static void approvable(Member member, Scrutiny.Consents consents) {
        if (member.head() && consents.head()) {
            throw new HeadProposes();
        }
    }

    private Proposal fresh(Actor actor, Wish wish, Draft draft, Scrutiny.Consents consents) {
        Instant now = clock.instant();
        return new Proposal(
                ids.next(city.code()),
                1,
                Proposal.State.OPEN,
                draft.id(),
                draft.name(),
                draft.base(),
                consents.approvers(),
                consents.head(),
                wish.effectiveFrom(),
                wish.basis(),
                wish.meeting(),
                wish.decision(),
                actor.person(),
                now,
                null,
                null);
    }

    Mono<Proposal> find(Id id) {
        return table.find(id).switchIfEmpty(Mono.error(NoSuchThing::new));
    }

    /**
     * What a member wants.
     *
     * @param draftVersion the version of the draft they looked at
     */
    record Wish(Id draft, long draftVersion, Instant effectiveFrom, String basis, Id meeting, int decision) {}
}
