package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.place.Division;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * How a case is brought to the hands that can solve it (联动), and in whose hands it is.
 *
 * @param difficulty as proposed by rule until a reviewer has decided
 * @param level at which it is worked on, level by level; absent until it is dispatched, and in other modes
 * @param unit that is to solve it, or leads where many are called; absent until it is dispatched
 * @param holder the citizen who has claimed it; absent unless somebody has
 */
record Linkage(
        Difficulty difficulty,
        LinkageMode mode,
        Division.@Nullable Level level,
        @Nullable Id unit,
        @Nullable Id holder) {

    /** Nobody has it yet. */
    static Linkage of(Difficulty difficulty, LinkageMode mode) {
        return new Linkage(difficulty, mode, null, null, null);
    }

    Linkage with(Difficulty newDifficulty, LinkageMode newMode) {
        return new Linkage(newDifficulty, newMode, level, unit, holder);
    }

    Linkage at(Division.@Nullable Level newLevel) {
        return new Linkage(difficulty, mode, newLevel, unit, holder);
    }

    Linkage with(@Nullable Id newUnit) {
        return new Linkage(difficulty, mode, level, newUnit, holder);
    }

    /** Many work on it, led by one. */
    Linkage led(@Nullable Id by) {
        return new Linkage(difficulty, LinkageMode.WHISTLE, null, by, holder);
    }

    Linkage heldBy(@Nullable Id person) {
        return new Linkage(difficulty, mode, level, unit, person);
    }
}
