package io.quanmin.wechatsandbox.push;

/** Shapes in which real pushes differ from the documentation's samples. */
public final class Quirks {

    private volatile boolean quotedCreateTime;
    private volatile boolean listAlwaysArray;

    public boolean quotedCreateTime() {
        return quotedCreateTime;
    }

    /** CreateTime as a quoted text, as in the samples, in place of a number. */
    public void quoteCreateTime(boolean now) {
        quotedCreateTime = now;
    }

    public boolean listAlwaysArray() {
        return listAlwaysArray;
    }

    /** A single item of a JSON List in an array too, in place of an object. */
    public void arrayForSingleItems(boolean now) {
        listAlwaysArray = now;
    }
}
