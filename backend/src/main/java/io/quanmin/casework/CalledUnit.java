package io.quanmin.casework;

import org.jspecify.annotations.Nullable;

/**
 * A unit to be called, as it comes.
 *
 * @param unit code
 * @param part {@code LEAD}, {@code ASSIST} or {@code LEVEL}; assists where nothing is said
 * @param hours it has; as many as the rulebook says where nothing is said
 */
record CalledUnit(
        @Nullable String unit,
        @Nullable String part,
        @Nullable Integer hours) {

    static final CalledUnit EMPTY = new CalledUnit(null, null, null);

    private static final int CODE = 64;

    Whistling.Call read(String field, Fields fields) {
        String code = fields.words(field + "unit", unit, CODE);
        ChildTask.Part asked = fields.maybeOne(field + "part", part, ChildTask.Part.class);
        return new Whistling.Call(code, asked == null ? ChildTask.Part.ASSIST : asked, hours);
    }
}
