package io.quanmin.kernel;

import java.util.List;

/** Some fields of the body break a rule; each is named. */
public final class InvalidFields extends Problem.BadInput {

    public InvalidFields(List<Violation> violations) {
        super("invalid-fields", violations);
    }

    /** One field only. */
    public InvalidFields(String field, String rule, String message) {
        this(List.of(new Violation(field, rule, message)));
    }
}
