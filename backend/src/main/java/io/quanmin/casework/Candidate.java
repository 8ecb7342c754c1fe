package io.quanmin.casework;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A case that may be of the same problem.
 *
 * @param rank from 0 to 1, by the rulebook's weights
 * @param words how much of the words is the same, from 0 to 1
 * @param picture how alike the most alike pictures are, from 0 to 1
 */
record Candidate(@JsonUnwrapped CaseSummary summary, double rank, double words, double picture) {}
