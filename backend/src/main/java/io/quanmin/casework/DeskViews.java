package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.NoSuchThing;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Keeps what people want to see of their desk again and again; each sees their own only. */
@Component
class DeskViews {

    /** More than this nobody finds their way in. */
    static final int MOST = 30;

    private final DeskViewTable table;
    private final Desk desk;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    DeskViews(DeskViewTable table, Desk desk, Ids ids, Clock clock, TransactionalOperator transaction) {
        this.table = table;
        this.desk = desk;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** In the actor's order. */
    Mono<List<DeskView>> of(Actor actor) {
        return table.of(actor.person(), MOST).collectList();
    }

    /**
     * Keeps one more, behind the others. Fails with {@link TooManyViews}, and with {@code InvalidFields} for a filter that cannot be
     * meant.
     */
    Mono<DeskView> add(Actor actor, Wanted wanted) {
        DeskView view = wanted.as(ids.next(actor.person().district()));
        return desk.check(actor, view.filter())
                .then(Mono.defer(() ->
                        table.add(view, actor.person(), MOST, clock.instant().truncatedTo(ChronoUnit.MICROS))))
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(TooManyViews::new))
                .map(rows -> view)
                .as(transaction::transactional);
    }

    /** Changes one's own; fails with {@link NoSuchThing} where there is none. */
    Mono<List<DeskView>> change(Actor actor, Id id, Wanted wanted) {
        DeskView view = wanted.as(id);
        return desk.check(actor, view.filter())
                .then(Mono.defer(() -> table.change(view, actor.person())))
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(rows -> moved(actor, id, wanted.place()))
                .as(transaction::transactional)
                .then(Mono.defer(() -> of(actor)));
    }

    private Mono<Void> moved(Actor actor, Id id, @Nullable Integer place) {
        return place == null ? Mono.empty() : table.move(id, actor.person(), place);
    }

    /** Forgets one's own; fails with {@link NoSuchThing} where there is none. */
    Mono<Void> remove(Actor actor, Id id) {
        return table.remove(id, actor.person())
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .then();
    }

    /**
     * How a view is to be.
     *
     * @param place among the others, from 0; absent to leave it where it is
     */
    record Wanted(
            String name,
            @Nullable String queue,
            @Nullable String sort,
            DeskQuery filter,
            @Nullable Integer place) {

        DeskView as(Id id) {
            return new DeskView(id, name, queue, sort, filter);
        }
    }
}
