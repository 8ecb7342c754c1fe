package io.quanmin.rulebook;

/** A version contradicts itself or cannot be read; the service does not work by such rules. */
final class InvalidRulebook extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRulebook(int version, String fault) {
        super("Version %d of the rulebook cannot be used: %s.".formatted(version, fault));
    }
}
