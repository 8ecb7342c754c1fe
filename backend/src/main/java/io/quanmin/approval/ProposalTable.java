package io.quanmin.approval;

import static io.quanmin.approval.Row.get;
import static io.quanmin.approval.Row.maybe;
import static io.quanmin.approval.Row.person;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Proposals and the approvals they got. */
@Component
class ProposalTable {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    private static final int MOST_VOTES = 50;

    private final DatabaseClient database;
    private final CitySettings city;

    ProposalTable(DatabaseClient database, CitySettings city) {
        this.database = database;
        this.city = city;
    }

    Mono<Void> insert(Proposal proposal) {
        return database.sql("""
                        insert into approval.proposal (
                            district, id, version, state, draft, name, base, approvers, head_needed, effective_from, basis, meeting,
                            decision, proposer_person, at)
                        values (
                            :district, :id, :version, :state, :draft, :name, :base, :approvers, :headNeeded, :effective, :basis,
                            :meeting, :decision, :proposer, :at)
                        """)
                .bind("district", proposal.id().district())
                .bind("id", proposal.id().value())
                .bind("version", proposal.version())
                .bind("state", proposal.state().name())
                .bind("draft", proposal.draft().toString())
                .bind("name", proposal.name())
                .bind("base", proposal.base())
                .bind("approvers", proposal.approvers())
                .bind("headNeeded", proposal.headNeeded())
                .bind("effective", proposal.effectiveFrom())
                .bind("basis", proposal.basis())
                .bind("meeting", proposal.meeting().toString())
                .bind("decision", proposal.decision())
                .bind("proposer", Objects.requireNonNull(proposal.proposer()).toString())
                .bind("at", proposal.at())
                .then();
    }

    Mono<Proposal> find(Id id) {
        return find(id, "");
    }

    /** As {@link #find}, and nobody else votes until the transaction ends. */
    Mono<Proposal> lock(Id id) {
        return find(id, " for update");
    }

    private Mono<Proposal> find(Id id, String how) {
        return database.sql("select * from approval.proposal where district = :district and id = :id" + how)
                .bind("district", id.district())
                .bind("id", id.value())
                .map(ProposalTable::proposal)
                .one();
    }

    /** The latest first; one more than the page. */
    Flux<Proposal> page(PageRequest page) {
        Cursor after = page.after().orElse(NEWEST);
        return database.sql("""
                        select * from approval.proposal
                        where district = :district and (at, id) < (:at, :id)
                        order by at desc, id desc limit :limit
                        """)
                .bind("district", city.code())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", page.limit() + 1)
                .map(ProposalTable::proposal)
                .all();
    }

    /** Writes what changes on a row that is locked. */
    Mono<Void> change(Proposal next) {
        return database.sql("""
                        update approval.proposal
                        set version = :version, state = :state, effective_from = :effective, reason = :reason, number = :number
                        where district = :district and id = :id
                        """)
                .bind("district", next.id().district())
                .bind("id", next.id().value())
                .bind("version", next.version())
                .bind("state", next.state().name())
                .bind("effective", next.effectiveFrom())
                .bind("reason", maybe(String.class, next.reason()))
                .bind("number", maybe(Integer.class, next.number()))
                .then();
    }

    Mono<Void> vote(Proposal proposal, Proposal.Vote vote) {
        return database.sql("""
                        insert into approval.vote (district, proposal, version, person, head, at)
                        values (:district, :proposal, :version, :person, :head, :at)
                        """)
                .bind("district", proposal.id().district())
                .bind("proposal", proposal.id().value())
                .bind("version", proposal.version())
                .bind("person", maybe(vote.person()))
                .bind("head", vote.head())
                .bind("at", vote.at())
                .then();
    }

    /** In the order they were given. */
    Flux<Proposal.Vote> votes(Id proposal) {
        return database.sql("""
                        select person, head, at from approval.vote
                        where district = :district and proposal = :proposal order by version limit :most
                        """)
                .bind("district", proposal.district())
                .bind("proposal", proposal.value())
                .bind("most", MOST_VOTES)
                .map(row -> new Proposal.Vote(
                        person(row, "person"), get(row, "head", Boolean.class), get(row, "at", Instant.class)))
                .all();
    }

    private static Proposal proposal(Readable row) {
        return new Proposal(
                Row.id(row),
                get(row, "version", Long.class),
                Proposal.State.valueOf(get(row, "state", String.class)),
                Id.parse(get(row, "draft", String.class)),
                get(row, "name", String.class),
                get(row, "base", Integer.class),
                get(row, "approvers", Integer.class),
                get(row, "head_needed", Boolean.class),
                get(row, "effective_from", Instant.class),
                get(row, "basis", String.class),
                Id.parse(get(row, "meeting", String.class)),
                get(row, "decision", Integer.class),
                person(row, "proposer_person"),
                get(row, "at", Instant.class),
                row.get("reason", String.class),
                row.get("number", Integer.class));
    }
}
