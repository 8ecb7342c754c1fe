package io.quanmin.casework;

/**
 * How many volunteers say what of a case at its present stage.
 *
 * @param about whether it is there, or whether it was repaired
 */
record Residents(About about, int yes, int no, int cannotFind) {}
