package io.quanmin.wechat.wire;

import io.quanmin.wechat.Suggestion;
import io.quanmin.wechat.TextVerdict;
import tools.jackson.databind.JsonNode;

/** Reads the {@code result} of a content check, which texts and pictures share. */
public final class Verdicts {

    /** Nothing was judged. */
    public static final TextVerdict NONE = new TextVerdict(Suggestion.UNSCREENED, 0);

    private Verdicts() {}

    /** The label may be a number or a text; without a suggestion that is known nothing was judged. */
    public static TextVerdict read(JsonNode result) {
        Suggestion suggestion = suggestion(Fields.text(result, "suggest"));
        return suggestion == Suggestion.UNSCREENED
                ? NONE
                : new TextVerdict(suggestion, (int) Fields.number(result, "label", 0));
    }

    private static Suggestion suggestion(String said) {
        return switch (said) {
            case "pass" -> Suggestion.PASS;
            case "review" -> Suggestion.REVIEW;
            case "risky" -> Suggestion.RISKY;
            default -> Suggestion.UNSCREENED;
        };
    }
}
