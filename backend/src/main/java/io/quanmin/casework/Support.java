package io.quanmin.casework;

/**
 * Who else met the problem.
 *
 * @param supporters how many
 * @param supported whether the viewer is among them
 */
record Support(long supporters, boolean supported) {

    static final Support NONE = new Support(0, false);
}
