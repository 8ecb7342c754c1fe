package io.quanmin.media;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes what nobody needs, and hands to a person what no machine judged. One node at a time. */
@Component
final class Sweeping {

    private static final int AT_ONCE = 8;
    private static final Duration REQUESTS_KEPT = Duration.ofDays(2);

    private final UUID holder = UUID.randomUUID();
    private final SweepTable table;
    private final LeftoverTable leftovers;
    private final ScreeningTable requests;
    private final RedactionTable redactions;
    private final Redacting redacting;
    private final PhotoStore store;
    private final MediaSettings settings;
    private final CitySettings city;
    private final Clock clock;

    Sweeping(
            SweepTable table,
            LeftoverTable leftovers,
            ScreeningTable requests,
            RedactionTable redactions,
            Redacting redacting,
            PhotoStore store,
            MediaSettings settings,
            CitySettings city,
            Clock clock) {
        this.table = table;
        this.leftovers = leftovers;
        this.requests = requests;
        this.redactions = redactions;
        this.redacting = redacting;
        this.store = store;
        this.settings = settings;
        this.city = city;
        this.clock = clock;
    }

    /** One round; does nothing where another node holds the lease. */
    Mono<Void> sweep() {
        return table.lease(city.code(), holder, settings.sweep().every().multipliedBy(3))
                .filter(mine -> mine)
                .flatMap(mine ->
                        rows(clock.instant()).then(objects()).then(leftovers()).then(copies()));
    }

    private Mono<Void> rows(Instant now) {
        MediaSettings.Sweep sweep = settings.sweep();
        return table.handOverUnjudged(now.minus(settings.screening().timeout()))
                .then(table.removeRows(now.minus(sweep.unattached()), now.minus(sweep.unfinished()), now))
                .then(requests.forget(now.minus(REQUESTS_KEPT)));
    }

    /** Read to the end first: a query inside a streaming query would hold two connections. */
    private Mono<Void> objects() {
        return table.removals(clock.instant().minus(settings.sweep().grace()))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(this::remove, AT_ONCE)
                .then();
    }

    private Mono<Void> remove(Id photo) {
        return Flux.fromIterable(PhotoKeys.all(photo)).concatMap(store::delete).then(table.removed(photo));
    }

    private Mono<Void> copies() {
        return redactions
                .due(clock.instant().minus(settings.sweep().grace()))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(redacting::remove, AT_ONCE)
                .then();
    }

    private Mono<Void> leftovers() {
        return leftovers
                .due(clock.instant().minus(settings.sweep().grace()))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(leftover -> store.delete(leftover.key()).then(leftovers.removed(leftover)), AT_ONCE)
                .then();
    }
}
