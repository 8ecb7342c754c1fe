package io.quanmin.kernel;

/**
 * One field of a command that cannot be taken.
 *
 * @param field path within the body, such as {@code place.longitude}
 * @param rule stable key of the broken rule, such as {@code required} or {@code too-long}
 * @param message for the person; in Chinese, and what annotations check also in English for who asks for it
 */
public record Violation(String field, String rule, String message) {}
