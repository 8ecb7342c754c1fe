package io.quanmin.casework;

import org.jspecify.annotations.Nullable;

/**
 * What came of a call, as it comes.
 *
 * @param reached whether the reporter answered
 * @param solved whether they say that the problem is solved, as {@code satisfied}: both due when they answered
 */
record CallRequest(
        @Nullable Boolean reached,
        @Nullable Boolean solved,
        @Nullable Boolean satisfied,
        @Nullable String words) {

    private static final int WORDS = 500;

    Call read() {
        Fields fields = new Fields();
        if (reached == null) {
            fields.refuse("reached", "required", "请选择是否接通");
        }
        boolean answered = Boolean.TRUE.equals(reached);
        if (answered && solved == null) {
            fields.refuse("solved", "required", "请选择问题是否已解决");
        }
        if (answered && satisfied == null) {
            fields.refuse("satisfied", "required", "请选择是否满意");
        }
        String said = fields.maybeWords("words", words, WORDS);
        fields.check();
        return new Call(answered, answered ? solved : null, answered ? satisfied : null, said);
    }
}
