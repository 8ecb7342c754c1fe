package io.quanmin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands by its history alone, followed from the first row on: each begins where the one before ended, and changes only
 * what such a step may change.
 */
record Replay(
        long version,
        String stage,
        String type,
        Linkage linkage,
        @Nullable Instant dueAt) {

    /** Of the steps that stay these move the deadline. */
    private static final Set<String> MOVING = Set.of("grant-extension");

    /** These may change whose it is without leaving the stage. */
    private static final Set<String> HANDING = Set.of("rise");

    /** Only who reviews changes what it is. */
    private static final Set<String> TYPING = Set.of("accept");

    static Replay of(Standing began) {
        return new Replay(began.version(), began.stage(), began.type(), began.linkage(), began.dueAt());
    }

    /** From the report on. */
    static Replay of(List<TakenStep> history) {
        TakenStep first = history.getFirst();
        assertThat(first.version()).isEqualTo(1);
        return new Replay(1, first.to(), first.type(), first.linkage(), first.dueAt())
                .after(history.subList(1, history.size()), "");
    }

    Replay after(List<TakenStep> steps, String where) {
        Replay now = this;
        for (TakenStep step : steps) {
            now = now.after(step, step.name() + " to version " + step.version() + " " + where);
        }
        return now;
    }

    private Replay after(TakenStep step, String where) {
        assertThat(step.version()).as(where).isEqualTo(version + 1);
        assertThat(step.from()).as(where).isEqualTo(stage);
        if (!TYPING.contains(step.name())) {
            assertThat(step.type()).as(where).isEqualTo(type);
            assertThat(step.linkage().difficulty()).as(where).isEqualTo(linkage.difficulty());
        }
        if (step.from().equals(step.to()) && !HANDING.contains(step.name())) {
            assertThat(step.linkage()).as(where).isEqualTo(linkage);
        }
        if (step.from().equals(step.to()) && !HANDING.contains(step.name()) && !MOVING.contains(step.name())) {
            assertThat(step.dueAt()).as(where).isEqualTo(dueAt);
        }
        return new Replay(step.version(), step.to(), step.type(), step.linkage(), step.dueAt());
    }
}
