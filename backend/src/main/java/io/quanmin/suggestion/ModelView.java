package io.quanmin.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of the model, for those who watch how it does.
 *
 * @param samples texts it was made of, those it was examined on among them
 * @param decisions how many of the samples were reviewers' decisions
 * @param present whether suggestions come from it now
 * @param better whether it was not worse than the one before, and so was taken
 * @param types how it did on types held out
 * @param units how it did on units held out; absent where it learned none
 * @param judged suggestions of its about which a reviewer has decided
 * @param agreed those the reviewer decided the same way
 */
record ModelView(
        int version,
        String algorithm,
        Instant trainedAt,
        int samples,
        int decisions,
        boolean present,
        boolean better,
        Score types,
        @Nullable Score units,
        int judged,
        int agreed) {

    /**
     * How it did on what it had never seen.
     *
     * @param accuracy right of all asked
     * @param coverage share of what was asked on which it was sure enough to speak
     * @param whenSure right of those
     */
    record Score(
            int asked,
            double accuracy,
            double coverage,
            double whenSure,
            Map<String, Examination.OfType> types,
            List<Examination.Confusion> confusions) {

        static Score of(Examination examined) {
            return new Score(
                    examined.asked(),
                    examined.accuracy(),
                    share(examined.answered(), examined.asked()),
                    share(examined.answeredRight(), examined.answered()),
                    examined.types(),
                    examined.confusions());
        }

        private static double share(int part, int whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }
}
