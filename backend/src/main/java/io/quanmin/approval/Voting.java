package io.quanmin.approval;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.rulebook.Drafts;
import io.quanmin.rulebook.Publishing;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Members approve or decline a proposal; with the last approval it needs the draft becomes a version. */
@Component
class Voting {

    private final WorkingGroup group;
    private final ProposalTable table;
    private final MeetingTable meetings;
    private final Drafts drafts;
    private final Publishing publishing;
    private final Announcing announcing;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Voting(
            WorkingGroup group,
            ProposalTable table,
            MeetingTable meetings,
            Drafts drafts,
            Publishing publishing,
            Announcing announcing,
            TransactionalOperator transaction,
            Clock clock) {
        this.group = group;
        this.table = table;
        this.meetings = meetings;
        this.drafts = drafts;
        this.publishing = publishing;
        this.announcing = announcing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Fails with {@link OwnProposal}, {@link ApprovedAlready}, {@link ProposalSettled} or {@link StalePaper}. */
    Mono<Proposal> approve(Actor actor, Id id, long seen) {
        return with(
                actor,
                id,
                seen,
                (member, proposal) -> own(actor, proposal)
                        .then(Mono.defer(() -> table.votes(proposal.id()).collectList()))
                        .flatMap(votes -> approve(actor, member, proposal, votes)));
    }

    /** Whoever proposed it, or wrote any of it. */
    private Mono<Void> own(Actor actor, Proposal proposal) {
        Mono<Set<Id>> writers = drafts.editors(proposal.draft());
        return writers.flatMap(
                persons -> persons.contains(actor.person()) || actor.person().equals(proposal.proposer())
                        ? Mono.error(new OwnProposal())
                        : Mono.empty());
    }

    private Mono<Proposal> approve(Actor actor, Member member, Proposal proposal, List<Proposal.Vote> votes) {
        if (votes.stream().anyMatch(vote -> actor.person().equals(vote.person()))) {
            return Mono.error(new ApprovedAlready());
        }
        Proposal.Vote mine = new Proposal.Vote(actor.person(), member.head(), clock.instant());
        boolean enough = votes.size() + 1 >= proposal.approvers()
                && (!proposal.headNeeded() || mine.head() || votes.stream().anyMatch(Proposal.Vote::head));
        return table.vote(proposal, mine)
                .then(Mono.defer(() -> enough ? publish(proposal) : Mono.just(proposal.voted())));
    }

    private Mono<Proposal> publish(Proposal proposal) {
        return meetings.find(proposal.meeting())
                .map(meeting -> "城市治理工作专班（%s会议第 %d 项决定）".formatted(meeting.heldOn(), proposal.decision()))
                .flatMap(by -> publishing.publish(proposal.draft(), proposal.effectiveFrom(), by))
                .map(version -> proposal.approved(version.effectiveFrom(), version.number()));
    }

    /** One no is enough; the draft is open again. */
    Mono<Proposal> decline(Actor actor, Id id, long seen, String reason) {
        return with(
                actor,
                id,
                seen,
                (member, proposal) -> own(actor, proposal)
                        .then(Mono.defer(() -> publishing.release(proposal.draft())))
                        .thenReturn(proposal.settled(Proposal.State.DECLINED, reason)));
    }

    /** The proposer takes it back; the draft is open again. */
    Mono<Proposal> withdraw(Actor actor, Id id, long seen, String reason) {
        return with(actor, id, seen, (member, proposal) -> {
            if (!actor.person().equals(proposal.proposer())) {
                return Mono.error(new ProposerOnly());
            }
            return publishing.release(proposal.draft()).thenReturn(proposal.settled(Proposal.State.WITHDRAWN, reason));
        });
    }

    private Mono<Proposal> with(Actor actor, Id id, long seen, BiFunction<Member, Proposal, Mono<Proposal>> decide) {
        return group.member(actor)
                .flatMap(member -> table.lock(id)
                        .switchIfEmpty(Mono.error(NoSuchThing::new))
                        .doOnNext(proposal -> fit(proposal, seen))
                        .flatMap(proposal -> decide.apply(member, proposal)))
                .flatMap(next -> table.change(next).thenReturn(next))
                .flatMap(next -> announcing.moved(next).thenReturn(next))
                .as(transaction::transactional);
    }

    private static void fit(Proposal proposal, long seen) {
        if (proposal.state() != Proposal.State.OPEN) {
            throw new ProposalSettled();
        }
        if (proposal.version() != seen) {
            throw new StalePaper(proposal);
        }
    }
}
