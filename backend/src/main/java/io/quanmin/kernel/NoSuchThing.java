package io.quanmin.kernel;

/** There is no such thing, or none that this person may see. Says the same in both cases. */
public final class NoSuchThing extends Problem.Absent {

    public NoSuchThing() {
        super("not-found");
    }
}
