package io.quanmin.suggestion;

/**
 * What something may be.
 *
 * @param code of a type or a unit
 * @param probability above 0, at most 1
 */
public record Likely(String code, double probability) {}
