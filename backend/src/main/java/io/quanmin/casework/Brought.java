package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.util.List;

/** Photos that come with a step, in their order. */
record Brought(CasePhoto.Kind kind, List<Id> photos) {

    static List<Brought> by(Move move) {
        Brought photos = new Brought(CasePhoto.Kind.of(move), move.photos());
        return move instanceof Move.Solve solve
                ? List.of(new Brought(CasePhoto.Kind.BEFORE, solve.before()), photos)
                : List.of(photos);
    }
}
