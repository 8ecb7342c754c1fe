package io.quanmin.casework;

import java.time.Instant;

/**
 * Who is at work on a case.
 *
 * @param by their name
 * @param mine whether that is the viewer, or somebody they stand in for
 * @param until when others may take it, unless it is held on to
 */
record HoldView(String by, boolean mine, Instant until) {}
