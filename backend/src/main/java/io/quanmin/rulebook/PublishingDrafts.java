package io.quanmin.rulebook;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Closes drafts for the vote, opens them again, and makes versions of them. */
@Component
class PublishingDrafts implements Publishing {

    /** Every node has looked for new versions by then, so that all of them change rules at the same moment. */
    private static final Duration NOTICE = Duration.ofMinutes(2);

    private final DraftTable table;
    private final VersionTable versions;
    private final Scrutinizing scrutiny;
    private final Clock clock;

    PublishingDrafts(DraftTable table, VersionTable versions, Scrutinizing scrutiny, Clock clock) {
        this.table = table;
        this.versions = versions;
        this.scrutiny = scrutiny;
        this.clock = clock;
    }

    @Override
    public Mono<Draft> propose(Id draft, long seen) {
        return find(draft)
                .flatMap(before -> before.version() == seen ? Mono.just(before) : Mono.error(new StaleDraft(before)))
                .flatMap(before -> in(before, Draft.State.OPEN))
                .flatMap(this::followsTheNewest)
                .flatMap(before -> scrutiny.sound(before).thenReturn(before))
                .flatMap(before -> move(before, Draft.State.PROPOSED, null));
    }

    @Override
    public Mono<Void> release(Id draft) {
        return find(draft)
                .flatMap(before -> in(before, Draft.State.PROPOSED))
                .flatMap(before -> move(before, Draft.State.OPEN, null))
                .then();
    }

    @Override
    public Mono<Published> publish(Id draft, Instant effectiveFrom, String by) {
        Instant now = clock.instant();
        Instant soonest = now.plus(NOTICE);
        Instant effective = effectiveFrom.isBefore(soonest) ? soonest : effectiveFrom;
        return versions.lock()
                .then(Mono.defer(() -> find(draft)))
                .flatMap(before -> in(before, Draft.State.PROPOSED))
                .flatMap(this::followsTheNewest)
                .flatMap(before -> scrutiny.sound(before).thenReturn(before))
                .flatMap(before -> versions.add(
                                new Versions.Approved(before.base() + 1, effective, by, now), before.content())
                        .then(Mono.defer(() -> move(before, Draft.State.APPROVED, before.base() + 1))))
                .map(approved -> new Published(approved.base() + 1, effective));
    }

    private Mono<Draft> find(Id draft) {
        return table.find(draft).transform(Reactive.orFail(NoSuchThing::new));
    }

    private static Mono<Draft> in(Draft draft, Draft.State state) {
        return draft.state() == state ? Mono.just(draft) : Mono.error(new DraftClosed());
    }

    private Mono<Draft> followsTheNewest(Draft draft) {
        return versions.newest()
                .flatMap(newest -> newest == draft.base()
                        ? Mono.just(draft)
                        : Mono.error(new DraftOvertaken(draft.base(), newest)));
    }

    private Mono<Draft> move(Draft before, Draft.State state, @Nullable Integer number) {
        Draft next = new Draft(
                before.id(),
                before.name(),
                before.base(),
                before.source(),
                before.version() + 1,
                state,
                before.content(),
                before.author(),
                before.begunAt(),
                clock.instant(),
                number);
        return table.change(next)
                .transform(Reactive.exactlyOne(() -> new StaleDraft(before)))
                .thenReturn(next);
    }
}
