package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.media.Photos;
import io.quanmin.rulebook.FlowTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much of a case somebody sees. */
enum Sight {
    /** What is shown to everybody: no names, no notes, only photos that passed. */
    PUBLIC(Photos.Viewer.PUBLIC),
    /** Their own case, with what officials wrote to them and the photos they brought, whether these passed or not. */
    REPORTER(Photos.Viewer.PUBLIC),
    /** The case they have claimed: as the public. */
    HOLDER(Photos.Viewer.PUBLIC),
    /** Everything that the work needs. */
    STAFF(Photos.Viewer.STAFF);

    private final Photos.Viewer photos;

    Sight(Photos.Viewer photos) {
        this.photos = photos;
    }

    /** Whether they read what everybody reads: who claims a case learns no more of its reporter than others do. */
    boolean asPublic() {
        return this == PUBLIC || this == HOLDER;
    }

    /** The photos of the problem are the reporter's own; the others are brought by those who work on it. */
    Photos.Viewer photos(CasePhoto.Kind kind) {
        return this == REPORTER && kind == CasePhoto.Kind.PROBLEM ? Photos.Viewer.UPLOADER : photos;
    }

    /**
     * What an actor sees of a case; empty when it is none of their business. One's own case is always seen as its reporter: who
     * serves learns no more of it than others would.
     */
    static Optional<Sight> of(Facts facts, @Nullable Actor actor, String emergencyUnit) {
        if (actor != null && facts.subject().isOf(actor.person())) {
            return Optional.of(REPORTER);
        }
        if (actor != null
                && actor.person().equals(facts.subject().now().linkage().holder())) {
            return Optional.of(HOLDER);
        }
        if (actor != null && actor.staff() != null && concerns(facts, actor, emergencyUnit)) {
            return Optional.of(STAFF);
        }
        return shown(facts) ? Optional.of(PUBLIC) : Optional.empty();
    }

    private static boolean concerns(Facts facts, Actor actor, String emergencyUnit) {
        CaseFile subject = facts.subject();
        boolean theirArea = actor.is(Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.SUPERVISOR, Role.WORKING_GROUP)
                && Scope.covers(actor, subject.origin().place().area());
        return theirArea
                || serves(actor, subject.now().unit())
                || (subject.now().dangerous() && serves(actor, unit(facts, emergencyUnit)))
                || facts.involvement().tookPart(actor.person())
                || facts.history().stream().anyMatch(step -> serves(actor, step.unit()))
                || facts.tasks().stream().anyMatch(task -> serves(actor, task.unit()));
    }

    private static boolean serves(Actor actor, @Nullable Id unit) {
        return unit != null && actor.is(Role.OFFICER, Role.LEADER) && unit.equals(actor.unit());
    }

    private static @Nullable Id unit(Facts facts, String code) {
        return facts.unit(code).map(Unit::id).orElse(null);
    }

    private static boolean shown(Facts facts) {
        return facts.rules()
                .flow()
                .stage(facts.subject().now().stage())
                .map(FlowTable.Stage::shown)
                .orElse(false);
    }
}
