package io.quanmin.rulebook;

/** In which way hands are found for a case (联动方式). */
public enum LinkageMode {
    /** Citizens solve it themselves (自治). */
    SELF("offer"),
    /** Community, street, district, city, one after the other (逐级). */
    LEVELS("dispatch"),
    /** All concerned at once (吹哨报到). */
    WHISTLE("whistle");

    private final String step;

    LinkageMode(String step) {
        this.step = step;
    }

    /** The step of the flow by which a registered case goes this way. */
    public String step() {
        return step;
    }
}
