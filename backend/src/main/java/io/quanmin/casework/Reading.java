package io.quanmin.casework;

import io.quanmin.identity.People;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.LinkageRules;
import io.quanmin.rulebook.Rulebook;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a case with all that decisions and views need. */
@Component
class Reading {

    /** Stages at which it is decided how hard a case is, or which way it goes. */
    private static final Set<String> TO_BE_GRADED = Set.of("in-review", "registered");

    private final CaseTable cases;
    private final SupporterTable supporters;
    private final StepTable steps;
    private final PastTable past;
    private final ChildTaskTable tasks;
    private final Rulebook rulebook;
    private final People people;
    private final Assuring assuring;
    private final CaseworkSettings settings;

    Reading(
            CaseTable cases,
            SupporterTable supporters,
            StepTable steps,
            PastTable past,
            ChildTaskTable tasks,
            Rulebook rulebook,
            People people,
            Assuring assuring,
            CaseworkSettings settings) {
        this.cases = cases;
        this.supporters = supporters;
        this.steps = steps;
        this.past = past;
        this.tasks = tasks;
        this.rulebook = rulebook;
        this.people = people;
        this.assuring = assuring;
        this.settings = settings;
    }

    /** A case as an actor may see it; fails with {@link NoSuchThing} when there is none, or none for them. */
    Mono<Seen> seen(Id caseId, @Nullable Actor actor) {
        return facts(caseId)
                .flatMap(facts -> assuring.assured(facts, actor))
                .flatMap(facts -> sight(facts, actor))
                .switchIfEmpty(Mono.error(NoSuchThing::new));
    }

    /** Everything about a case; empty when there is none. */
    Mono<Facts> facts(Id caseId) {
        return cases.find(caseId)
                .flatMap(subject -> Mono.zip(
                                steps.of(caseId).collectList(),
                                rulebook.version(subject.origin().rules()),
                                people.units())
                        .map(read -> new Facts(subject, read.getT1(), read.getT2(), read.getT3(), null)))
                .flatMap(this::withPast)
                .flatMap(this::withTasks);
    }

    /** What happened here before says how hard the case is: asked as long as that is to be decided. */
    private Mono<Facts> withPast(Facts facts) {
        LinkageRules.History rule = facts.rules().linkage().history();
        GeoPoint point = facts.subject().origin().place().point();
        boolean decided = !TO_BE_GRADED.contains(facts.subject().now().stage());
        return decided || point == null || rule.times() == 0
                ? Mono.just(facts)
                : past.solved(facts.subject().id(), point, rule.radius(), since(facts, rule))
                        .map(facts::with);
    }

    private Mono<Facts> withTasks(Facts facts) {
        return facts.subject().now().linkage().mode() == LinkageMode.WHISTLE
                ? tasks.of(facts.subject().id()).collectList().map(facts::with)
                : Mono.just(facts);
    }

    private static Instant since(Facts facts, LinkageRules.History rule) {
        return facts.subject().origin().at().minus(rule.window());
    }

    private Mono<Seen> sight(Facts facts, @Nullable Actor actor) {
        return Mono.justOrEmpty(Sight.of(facts, actor, settings.emergencyUnit()))
                .switchIfEmpty(Mono.defer(() -> asFollower(facts, actor)))
                .map(sight -> new Seen(facts, actor, sight));
    }

    /** Who reported the same problem, or follows it, sees the case at every stage as the public does at those it is shown. */
    private Mono<Sight> asFollower(Facts facts, @Nullable Actor actor) {
        return actor == null
                ? Mono.empty()
                : supporters
                        .follows(facts.subject().id(), actor.person())
                        .filter(follows -> follows)
                        .map(follows -> Sight.PUBLIC);
    }

    /** A case and who looks at it. */
    record Seen(Facts facts, @Nullable Actor actor, Sight sight) {

        CaseFile subject() {
            return facts.subject();
        }

        /** Whether this viewer is the citizen who has claimed the case. */
        boolean holds() {
            return actor != null
                    && actor.person().equals(subject().now().linkage().holder());
        }

        /**
         * Whether this viewer may learn who reported, where the reporter wants to stay hidden from the units that handle it, or
         * the rulebook hides reporters from community partners.
         */
        boolean mayKnowReporter() {
            Origin origin = subject().origin();
            boolean partner =
                    actor != null && !facts.rules().linkage().partners().seeReporter() && facts.servesPartner(actor);
            return !partner && shown(origin);
        }

        private boolean shown(Origin origin) {
            return !origin.hidden() || (actor != null && oversees(actor, origin) && !handles(actor));
        }

        private static boolean oversees(Actor viewer, Origin origin) {
            return viewer.is(Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.SUPERVISOR, Role.HOTLINE_CLERK)
                    && (Scope.covers(viewer, origin.place().area()) || viewer.is(Role.HOTLINE_CLERK));
        }

        /** Also whose unit had it before: it was handed on or done again, and the unit is the same. */
        private boolean handles(Actor viewer) {
            return viewer.unit() != null
                    && (viewer.unit().equals(subject().now().unit())
                            || facts.task(viewer.unit()).isPresent()
                            || facts.history().stream()
                                    .anyMatch(step -> viewer.unit().equals(step.unit())));
        }
    }
}
