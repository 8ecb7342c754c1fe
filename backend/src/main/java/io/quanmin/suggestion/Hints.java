package io.quanmin.suggestion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a problem before anybody has decided.
 *
 * @param text in the reporter's words
 * @param area code of the division it lies in, where known
 * @param at when it was reported, where known
 */
public record Hints(
        String text, @Nullable String area, @Nullable Instant at) {}
