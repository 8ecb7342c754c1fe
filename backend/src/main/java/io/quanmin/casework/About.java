package io.quanmin.casework;

import java.util.Arrays;
import java.util.Optional;

/** What volunteers are asked to look at. */
enum About {
    /** Whether what was reported is there. */
    REPORT("in-verification", "confirm", "refute", "ask.report"),
    /** Whether it was repaired. */
    REPAIR("in-inspection", "pass", "refuse", "ask.repair");

    private final String stage;
    private final String yes;
    private final String no;
    private final String template;

    About(String stage, String yes, String no, String template) {
        this.stage = stage;
        this.yes = yes;
        this.no = no;
        this.template = template;
    }

    /** What is asked while a case is at a stage; empty where nothing is. */
    static Optional<About> at(String stage) {
        return Arrays.stream(values())
                .filter(about -> about.stage.equals(stage))
                .findFirst();
    }

    String stage() {
        return stage;
    }

    String template() {
        return template;
    }

    /** The answer that a step turned out to bear out; empty when it says neither. */
    Optional<Answer> borneOutBy(String step) {
        if (step.equals(yes)) {
            return Optional.of(Answer.YES);
        }
        return step.equals(no) ? Optional.of(Answer.NO) : Optional.empty();
    }

    /** What a volunteer says. */
    enum Answer {
        YES,
        NO,
        CANNOT_FIND
    }
}
