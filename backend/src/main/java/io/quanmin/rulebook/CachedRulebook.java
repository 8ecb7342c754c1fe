package io.quanmin.rulebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps every version in memory, because its content never changes, and looks for new ones once a minute: a version approved
 * ahead of its effective date is known on every node long before it takes effect.
 */
@Component
class CachedRulebook implements Rulebook {

    private static final Logger LOG = LoggerFactory.getLogger(CachedRulebook.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final VersionTable table;
    private final Clock clock;
    private final AtomicReference<KnownVersions> known = new AtomicReference<>(KnownVersions.NONE);

    CachedRulebook(VersionTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Mono<Rules> inForce(Instant at) {
        return find(versions -> versions.inForce(at), () -> "No version of the rulebook is in force at " + at);
    }

    @Override
    public Mono<Rules> version(int number) {
        return Mono.defer(() -> Mono.justOrEmpty(known.get().version(number)))
                .switchIfEmpty(Mono.defer(this::look).flatMap(versions -> Mono.justOrEmpty(versions.version(number))))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("No version of the rulebook is " + number)));
    }

    private Mono<Rules> find(Function<KnownVersions, Optional<Rules>> wanted, Supplier<String> otherwise) {
        return Mono.defer(this::versions)
                .flatMap(versions -> Mono.justOrEmpty(wanted.apply(versions)))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(otherwise.get())));
    }

    private Mono<KnownVersions> versions() {
        KnownVersions now = known.get();
        return clock.instant().isBefore(now.readAt().plus(LOOK_AGAIN))
                ? Mono.just(now)
                : look().onErrorResume(failure -> keep(now, failure));
    }

    /** Reads what is newer than what is known; two at once read the same rows twice and keep one answer. */
    private Mono<KnownVersions> look() {
        KnownVersions before = known.get();
        return table.after(before.newest())
                .collectList()
                .map(newer -> before.with(newer, clock.instant()))
                .doOnNext(known::set);
    }

    /** Rules already known go on while the database is away; with none known there is nothing to go on with. */
    private Mono<KnownVersions> keep(KnownVersions before, Throwable failure) {
        if (before.all().isEmpty()) {
            return Mono.error(failure);
        }
        LOG.warn("New versions of the rulebook cannot be read now: {}", failure.toString());
        known.set(before.seenAt(clock.instant()));
        return Mono.just(before);
    }
}
