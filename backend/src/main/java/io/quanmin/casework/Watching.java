package io.quanmin.casework;

import io.quanmin.identity.NotYourRole;
import io.quanmin.identity.Sessions;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets somebody watch their desk: every change of a case on it, as it happens, for as long as their session lives. */
@Component
class Watching {

    private static final int BEHIND_AT_MOST = 256;
    private static final int WINDOWS = 8;
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);
    private static final Duration SESSION_LOOK = Duration.ofMinutes(5);

    private final CaseChanges changes;
    private final Sessions sessions;
    private final Map<Id, Integer> windows = new ConcurrentHashMap<>();

    Watching(CaseChanges changes, Sessions sessions) {
        this.changes = changes;
        this.sessions = sessions;
    }

    /** What a watcher is told. */
    sealed interface Seen {

        /** A case moved. */
        record Changed(CaseChange change) implements Seen {}

        /** The watcher was too slow and missed something: the end. */
        record Gap() implements Seen {}

        /** Nothing happened for a while. */
        record Quiet() implements Seen {}
    }

    /** Fails with {@link NotYourRole} for who has no desk and with {@link TooManyWindows} for who watches it already too often. */
    Flux<Seen> watch(Actor actor) {
        return Mono.justOrEmpty(Desk.reach(actor))
                .switchIfEmpty(Mono.error(NotYourRole::new))
                .flatMapMany(reach -> Flux.using(
                        () -> opened(actor.person()), window -> seen(reach, actor), window -> closed(actor.person())));
    }

    private Flux<Seen> seen(DeskTable.Reach reach, Actor actor) {
        Flux<Seen> moved = changes.all()
                .filter(change -> change.within(reach))
                .<Seen>map(Seen.Changed::new)
                .onBackpressureBuffer(BEHIND_AT_MOST, BufferOverflowStrategy.ERROR)
                .onErrorResume(fellBehind -> Flux.just(new Seen.Gap()));
        Flux<Seen> quiet = Flux.interval(SIGN_OF_LIFE).onBackpressureDrop().map(tick -> new Seen.Quiet());
        return Flux.merge(moved, quiet).takeUntil(Seen.Gap.class::isInstance).takeUntilOther(ended(actor.session()));
    }

    /** Told by whoever ends it, or found out. */
    private Mono<Boolean> ended(Id session) {
        Mono<Boolean> told = sessions.revoked().any(session::equals);
        Mono<Boolean> found = Flux.interval(SESSION_LOOK)
                .onBackpressureDrop()
                .concatMap(tick -> sessions.live(session), 1)
                .any(live -> !live);
        return Mono.firstWithSignal(told, found);
    }

    private Id opened(Id person) {
        int open = windows.merge(person, 1, Integer::sum);
        if (open > WINDOWS) {
            closed(person);
            throw new TooManyWindows();
        }
        return person;
    }

    private void closed(Id person) {
        windows.computeIfPresent(person, (who, open) -> open == 1 ? null : open - 1);
    }
}
