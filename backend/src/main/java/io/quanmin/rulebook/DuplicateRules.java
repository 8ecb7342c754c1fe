package io.quanmin.rulebook;

import java.time.Duration;

/**
 * When two reports may be of one problem.
 *
 * @param radius metres between them at most, for whoever is about to report; reviewers are shown three times as far
 * @param window days between them at most
 * @param alikeBits how many bits of the picture hashes may differ, of 64, for the pictures to count as alike at all
 * @param near weight of nearness in the rank, as are {@code words}, {@code picture} and {@code recent}, how near in time they are; together 1
 */
public record DuplicateRules(
        double radius, Duration window, int alikeBits, double near, double words, double picture, double recent) {

    /** How alike two cases are, from 0 to 1; each part from 0 to 1. */
    public double rank(double nearness, double sameWords, double samePicture, double recency) {
        return near * nearness + words * sameWords + picture * samePicture + recent * recency;
    }
}
