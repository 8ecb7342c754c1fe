package io.quanmin.rulebook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How citizens solve simple cases themselves.
 *
 * @param limits by step, for types that say nothing else: how long a claim holds ({@code lapse}), how long a case stays on offer
 *     ({@code take-over}), how long a result may wait to be appraised ({@code approve})
 * @param atOnce how many claims one person may hold at once; none where nothing may be claimed
 * @param perCase how often one person may claim the same case
 * @param proof what the photos of a result must show
 * @param appraisal which results a reviewer looks at
 * @param solvedOnTheSpot codes of the types of which a report may say that it is solved already
 */
public record ClaimRules(
        Map<String, TimeLimit> limits,
        int atOnce,
        int perCase,
        Proof proof,
        Appraisal appraisal,
        Set<String> solvedOnTheSpot) {

    public ClaimRules {
        limits = Map.copyOf(limits);
        solvedOnTheSpot = Set.copyOf(solvedOnTheSpot);
    }

    /** The limit of a step for all types that say nothing else. */
    public Optional<TimeLimit> limit(String step) {
        return Optional.ofNullable(limits.get(step));
    }

    /**
     * What the photos of a result must show.
     *
     * @param metres from the case at most
     * @param age of a photo at most when it is sent
     * @param clockSkew how far a camera's clock may be wrong
     * @param unproven what becomes of a result one of whose photos says nothing of its place or time
     * @param sameBits how many bits of two picture hashes may differ, of 64, for the same picture
     * @param reused what becomes of a result one of whose pictures was used elsewhere before
     */
    public record Proof(double metres, Duration age, Duration clockSkew, Doubt unproven, int sameBits, Doubt reused) {}

    /** What becomes of a result about which there is a doubt. */
    public enum Doubt {
        /** It is not taken. */
        REFUSE,
        /** A reviewer looks at it, whatever the sample says. */
        APPRAISE
    }

    /**
     * Which results a reviewer looks at.
     *
     * @param first so many results of each person, always
     * @param share of the others, from 0 to 1
     * @param shares the same by type, where it is another
     */
    public record Appraisal(int first, double share, Map<String, Double> shares) {

        public Appraisal {
            shares = Map.copyOf(shares);
        }

        /** The share of a type's results that a reviewer looks at. */
        public double share(String type) {
            return shares.getOrDefault(type, share);
        }
    }
}
