package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Rules;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts cases into the words and coordinates of one kind of viewer.
 *
 * @param rules by version
 * @param thumbnails by case
 * @param supervised the cases the working group keeps an eye on
 * @param forMaps turns a point into the datum of the phones' maps
 */
record Wording(
        Map<Integer, Rules> rules,
        Map<Id, Unit> units,
        Map<Id, URI> thumbnails,
        Set<Id> supervised,
        Sight sight,
        UnaryOperator<GeoPoint> forMaps,
        Instant at) {

    private static final Set<String> DONE = Set.of("closed", "rated");

    CaseSummary summary(Found found) {
        CaseFile file = found.file();
        Standing now = file.now();
        return new CaseSummary(
                file.id(),
                file.number(),
                now.version(),
                type(file),
                stage(file, now.stage()),
                sight.asPublic() ? file.origin().publicly().description() : now.description(),
                place(file.origin()),
                thumbnails.get(file.id()),
                file.origin().at(),
                now.dueAt(),
                now.dueAt() != null && now.dueAt().isBefore(at),
                now.dangerous(),
                supervised.contains(file.id()),
                unit(now.unit()),
                solvedBy(file),
                found.distance());
    }

    /** A citizen's, where citizens were to solve it and it is done. */
    private CaseSummary.@Nullable Solver solvedBy(CaseFile file) {
        Standing now = file.now();
        boolean done = DONE.contains(now.stage()) && now.linkage().mode() == LinkageMode.SELF && now.unit() == null;
        Id holder = now.linkage().holder();
        if (!done) {
            return null;
        }
        return holder != null && file.isOf(holder) ? CaseSummary.Solver.REPORTER : CaseSummary.Solver.NEIGHBOUR;
    }

    private Named type(CaseFile file) {
        String code = file.now().type();
        return new Named(code, rules(file).type(code).map(ProblemType::name).orElse(code));
    }

    /** A stage as this viewer calls it. */
    Named stage(CaseFile file, String code) {
        return new Named(
                code, rules(file).flow().stage(code).map(this::stageName).orElse(code));
    }

    private String stageName(FlowTable.Stage stage) {
        return sight == Sight.STAFF ? stage.name() : stage.publicName();
    }

    private Rules rules(CaseFile file) {
        return Objects.requireNonNull(rules.get(file.origin().rules()));
    }

    private PlaceView place(Origin origin) {
        CasePlace place = origin.place();
        GeoPoint point = place.point();
        String address = sight.asPublic() ? origin.publicly().address() : place.address();
        return PlaceView.of(place, address, point == null ? null : forMaps.apply(point));
    }

    private @Nullable Named unit(@Nullable Id id) {
        Unit unit = id == null ? null : units.get(id);
        return unit == null ? null : new Named(unit.code(), unit.name());
    }
}
