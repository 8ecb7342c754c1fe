package io.quanmin.kernel;

/** The request is not in a form that can be read. */
public final class UnreadableRequest extends Problem.BadInput {

    public UnreadableRequest() {
        super("unreadable");
    }
}
