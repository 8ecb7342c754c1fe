package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.place.Places;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Rules;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Explains a case to those at work on it: which rules hold and why, and what else there is around it. */
@Component
class Explaining {

    private static final double METRES = 500;
    private static final int MOST = 50;

    private final Reading reading;
    private final DeskTable table;
    private final Places places;

    Explaining(Reading reading, DeskTable table, Places places) {
        this.reading = reading;
        this.table = table;
        this.places = places;
    }

    /** Fails with {@link NoSuchThing} where the case is not the actor's work. */
    Mono<RulesView> rules(Id caseId, Actor actor) {
        return atWork(caseId, actor).map(seen -> RulesView.of(seen.facts()));
    }

    /** Fails with {@link NoSuchThing} where the case is not the actor's work; of others around only those on their desk are told. */
    Mono<SurroundingsView> surroundings(Id caseId, Actor actor) {
        return atWork(caseId, actor).flatMap(seen -> around(seen, actor));
    }

    private Mono<Reading.Seen> atWork(Id caseId, Actor actor) {
        return reading.seen(caseId, actor)
                .filter(seen -> seen.sight() == Sight.STAFF)
                .switchIfEmpty(Mono.error(NoSuchThing::new));
    }

    private Mono<SurroundingsView> around(Reading.Seen seen, Actor actor) {
        GeoPoint point = seen.subject().origin().place().point();
        if (point == null) {
            return Mono.just(SurroundingsView.NOWHERE);
        }
        return Mono.justOrEmpty(Desk.reach(actor))
                .flatMapMany(reach -> table.near(reach, point, METRES, MOST))
                .filter(found -> !found.file().id().equals(seen.subject().id()))
                .collectList()
                .map(found -> view(point, seen.facts().rules(), found));
    }

    private SurroundingsView view(GeoPoint point, Rules rules, List<Found> found) {
        return new SurroundingsView(
                point,
                places.locate(point).gridCell(),
                found.stream().map(each -> neighbour(rules, each)).toList());
    }

    /** Named by the rules of the case in the middle: what those do not know keeps its code. */
    private static SurroundingsView.Neighbour neighbour(Rules rules, Found found) {
        CaseFile file = found.file();
        String type = file.now().type();
        String stage = file.now().stage();
        return new SurroundingsView.Neighbour(
                file.id(),
                file.number(),
                new Named(type, rules.type(type).map(ProblemType::name).orElse(type)),
                new Named(
                        stage,
                        rules.flow().stage(stage).map(FlowTable.Stage::name).orElse(stage)),
                Objects.requireNonNull(file.origin().place().point()),
                Objects.requireNonNull(found.distance()));
    }
}
