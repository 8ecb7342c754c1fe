package io.quanmin.approval;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Form;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Drafts of the rules before the working group. */
@RestController
@RequestMapping(path = "/api/v1/rulebook/proposals", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.WORKING_GROUP)
class ProposalEndpoint {

    private final WorkingGroup group;
    private final Proposing proposing;
    private final Voting voting;
    private final ProposalTable table;
    private final Names names;
    private final CitySettings city;

    ProposalEndpoint(
            WorkingGroup group,
            Proposing proposing,
            Voting voting,
            ProposalTable table,
            Names names,
            CitySettings city) {
        this.group = group;
        this.proposing = proposing;
        this.voting = voting;
        this.table = table;
        this.names = names;
        this.city = city;
    }

    /** The latest first. */
    @GetMapping
    Mono<Page<ProposalView>> proposals(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageRequest request = PageRequest.read(after, limit);
        return group.member(actor)
                .then(Mono.defer(() -> table.page(request).collectList()))
                .map(found -> Page.of(
                        found,
                        request.limit(),
                        proposal -> new Cursor(proposal.at(), proposal.id().value())))
                .flatMap(page -> names.over(
                        page.items().stream().map(Proposal::proposer),
                        known -> page.map(proposal -> ProposalView.of(actor, proposal, List.of(), known))));
    }

    /** With the approvals it has. */
    @GetMapping("/{id}")
    Mono<ProposalView> proposal(Actor actor, @PathVariable String id) {
        return group.member(actor)
                .then(Mono.defer(() -> proposing.find(known(id))))
                .flatMap(proposal -> view(actor, proposal));
    }

    /** Brings a draft before the working group. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ProposalView> propose(Actor actor, @RequestBody ToPropose wish) {
        return proposing.propose(actor, wish.read(city)).flatMap(proposal -> view(actor, proposal));
    }

    @PostMapping("/{id}/approve")
    Mono<ProposalView> approve(Actor actor, @PathVariable String id, @RequestBody PaperSeen seen) {
        return voting.approve(actor, known(id), seen.read()).flatMap(proposal -> view(actor, proposal));
    }

    @PostMapping("/{id}/decline")
    Mono<ProposalView> decline(Actor actor, @PathVariable String id, @RequestBody PaperSeen seen) {
        return voting.decline(actor, known(id), seen.read(), seen.why()).flatMap(proposal -> view(actor, proposal));
    }

    @PostMapping("/{id}/withdraw")
    Mono<ProposalView> withdraw(Actor actor, @PathVariable String id, @RequestBody PaperSeen seen) {
        return voting.withdraw(actor, known(id), seen.read(), seen.why()).flatMap(proposal -> view(actor, proposal));
    }

    private Mono<ProposalView> view(Actor actor, Proposal proposal) {
        return table.votes(proposal.id())
                .collectList()
                .flatMap(votes -> names.over(
                        Stream.<@Nullable Id>concat(
                                Stream.of(proposal.proposer()), votes.stream().map(Proposal.Vote::person)),
                        known -> ProposalView.of(actor, proposal, votes, known)));
    }

    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }

    /**
     * A proposal as members see it.
     *
     * @param approvals those it has; left out of lists
     * @param mine whether whoever asks proposed it
     */
    record ProposalView(
            Id id,
            long version,
            Proposal.State state,
            Id draft,
            String name,
            int base,
            int approvers,
            boolean headNeeded,
            Instant effectiveFrom,
            String basis,
            Id meeting,
            int decision,
            Names.@Nullable Somebody proposer,
            Instant at,
            @Nullable String reason,
            @Nullable Integer number,
            boolean mine,
            List<GivenApproval> approvals) {

        private static ProposalView of(Actor actor, Proposal proposal, List<Proposal.Vote> votes, Names.Known names) {
            return new ProposalView(
                    proposal.id(),
                    proposal.version(),
                    proposal.state(),
                    proposal.draft(),
                    proposal.name(),
                    proposal.base(),
                    proposal.approvers(),
                    proposal.headNeeded(),
                    proposal.effectiveFrom(),
                    proposal.basis(),
                    proposal.meeting(),
                    proposal.decision(),
                    names.of(proposal.proposer()),
                    proposal.at(),
                    proposal.reason(),
                    proposal.number(),
                    actor.person().equals(proposal.proposer()),
                    votes.stream()
                            .map(vote -> new GivenApproval(names.of(vote.person()), vote.head(), vote.at()))
                            .toList());
        }
    }

    /** One approval. */
    record GivenApproval(Names.@Nullable Somebody by, boolean head, Instant at) {}

    /**
     * What a member proposes.
     *
     * @param effectiveOn the day it takes effect, at its beginning; one that has begun means as soon as it is approved
     * @param basis why, and what was talked about
     * @param meeting whose minutes are signed
     * @param decision number of the decision in them, from 1
     */
    record ToPropose(
            @Nullable String draft,
            @Nullable Long version,
            @Nullable String effectiveOn,
            @Nullable String basis,
            @Nullable String meeting,
            @Nullable Integer decision) {

        private static final int BASIS = 2_000;

        Proposing.Wish read(CitySettings city) {
            Form form = new Form();
            Id of = form.id("draft", draft).orElse(null);
            long seen = form.version(version);
            LocalDate day = form.day("effectiveOn", effectiveOn);
            if (day == null && (effectiveOn == null || effectiveOn.isBlank())) {
                form.refuse("effectiveOn", "required", "请填写生效日期");
            }
            String why = form.words("basis", basis, BASIS);
            Id at = form.id("meeting", meeting).orElse(null);
            if (decision == null || decision < 1) {
                form.refuse("decision", "required", "请选择会议的一项决定");
            }
            form.check();
            return new Proposing.Wish(
                    Objects.requireNonNull(of),
                    seen,
                    Objects.requireNonNull(day)
                            .atTime(LocalTime.MIDNIGHT)
                            .atZone(city.zone())
                            .toInstant(),
                    why,
                    Objects.requireNonNull(at),
                    Objects.requireNonNull(decision));
        }
    }
}
