package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a queue that is one person's.
 *
 * @param stages any of these; absent for all open ones
 * @param dangerous whether only dangerous cases
 * @param overdueAt only what was to be left by then; absent for all
 * @param area what codes of divisions begin with; absent for all
 * @param unit whose tasks; absent for any
 * @param person whose own reports are left out
 * @param not steps: cases of which the person took one are left out
 */
record Slice(
        @Nullable Set<String> stages,
        boolean dangerous,
        @Nullable Instant overdueAt,
        @Nullable String area,
        @Nullable Id unit,
        Id person,
        Set<String> not) {}
