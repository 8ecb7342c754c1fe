package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.place.Division;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the service does by itself with a case that has just been registered: nothing where a dispatcher is to decide. */
record Fork(Facts facts, Standing registered, Instant now) {

    /** At registered: the rulebook names a unit that is not there. */
    static final String UNPLACED = "unplaced";

    /**
     * A step the service takes, and how the case stands after it.
     *
     * @param step as the history will have it
     */
    record Onward(Standing standing, TakenStep step) {}

    /** The one way on by the mode of the case; a whistle is a person's. */
    Optional<Onward> onward() {
        return switch (registered.linkage().mode()) {
            case SELF -> step(LinkageMode.SELF.step()).map(step -> taken(step, registered, null));
            case LEVELS -> dispatched();
            case WHISTLE -> Optional.empty();
        };
    }

    /** To the level the rule begins at; a district's unit only where the rulebook calls it certain. */
    private Optional<Onward> dispatched() {
        Ladder ladder = Ladder.of(facts, registered);
        return ladder.first(registered.linkage().difficulty())
                .filter(rung -> ladder.type().certain() || rung.level() != Division.Level.DISTRICT)
                .flatMap(rung -> rung.unit() == null ? unplaced(rung) : dispatched(rung, rung.unit()));
    }

    private Optional<Onward> dispatched(Ladder.Rung rung, Unit unit) {
        Linkage linkage = registered.linkage().at(rung.level()).with(unit.id());
        return step(LinkageMode.LEVELS.step()).map(step -> taken(step, registered.with(linkage), null));
    }

    /** Where the flow has no word for it the case just waits. */
    private Optional<Onward> unplaced(Ladder.Rung rung) {
        return step(UNPLACED).map(step -> taken(step, registered, missing(rung)));
    }

    static String missing(Ladder.Rung rung) {
        return "规则指定的承办单位（%s）已不存在，请派遣员另行派遣".formatted(rung.code());
    }

    private Optional<FlowTable.Step> step(String name) {
        return facts.rules()
                .flow()
                .step(registered.stage(), name)
                .filter(step -> step.by().contains(FlowTable.Step.SYSTEM));
    }

    private Onward taken(FlowTable.Step step, Standing changed, @Nullable String reason) {
        Standing next = changed.at(step.to(), step.stays() ? changed.dueAt() : due(changed, step.to()));
        return new Onward(next, TakenStep.automatic(step, next, now).because(reason));
    }

    private @Nullable Instant due(Standing changed, String stage) {
        ProblemType type = facts.rules().type(changed.type()).orElseThrow();
        return facts.rules()
                .due(type, changed.linkage().difficulty(), stage, now)
                .orElse(null);
    }
}
