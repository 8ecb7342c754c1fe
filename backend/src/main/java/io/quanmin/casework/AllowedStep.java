package io.quanmin.casework;

/** A step somebody may take now, and what its button says. */
record AllowedStep(String step, String label) {}
