package io.quanmin.rulebook;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
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
    private final CitySettings city;
    private final Clock clock;

    PublishingDrafts(DraftTable table, VersionTable versions, Scrutinizing scrutiny, CitySettings city, Clock clock) {
        this.table = table;
        this.versions = versions;
        this.scrutiny = scrutiny;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public Mono<Draft> propose(Id draft, long seen, Instant effectiveFrom) {
        return find(draft)
                .flatMap(before -> before.version() == seen ? Mono.just(before) : Mono.error(new StaleDraft(before)))
                .flatMap(before -> in(before, Draft.State.OPEN))
                .flatMap(this::followsTheNewest)
                .flatMap(before -> notBeforeItsSource(before, effectiveFrom))
                .flatMap(before -> scrutiny.sound(before).thenReturn(before))
                .flatMap(before -> move(before, Draft.State.PROPOSED, null));
    }

    private Mono<Draft> notBeforeItsSource(Draft draft, Instant effectiveFrom) {
        Instant now = clock.instant();
        LocalDate wanted = day(effectiveFrom.isBefore(now) ? now : effectiveFrom);
        return versions.effectiveFrom(draft.source())
                .map(this::day)
                .flatMap(soonest -> wanted.isBefore(soonest)
                        ? Mono.error(new EffectTooEarly(draft.source(), soonest))
                        : Mono.just(draft));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, city.zone());
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
        return versions.lock()
                .then(Mono.defer(() -> find(draft)))
                .flatMap(before -> in(before, Draft.State.PROPOSED))
                .flatMap(this::followsTheNewest)
                .flatMap(before -> scrutiny.sound(before).thenReturn(before))
                .flatMap(before -> versions.effectiveFrom(before.source())
                        .map(source -> Collections.max(List.of(effectiveFrom, now.plus(NOTICE), source)))
                        .flatMap(effective -> add(before, effective, by, now)));
    }

    private Mono<Published> add(Draft draft, Instant effective, String by, Instant now) {
        int number = draft.base() + 1;
        return versions.add(new Versions.Approved(number, effective, by, now), draft.content())
                .then(Mono.defer(() -> move(draft, Draft.State.APPROVED, number)))
                .thenReturn(new Published(number, effective));
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
