package io.quanmin.casework;

/**
 * What everybody may read of a report: without numbers by which somebody could be found, or as a reviewer wrote it anew.
 *
 * @param edited whether a reviewer did
 */
record Publicly(String description, String address, boolean edited) {

    /** Of a case that is just being written, which nobody but its reporter sees yet. */
    static final Publicly NOTHING = new Publicly("", "", false);
}
