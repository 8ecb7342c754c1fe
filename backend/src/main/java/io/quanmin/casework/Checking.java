package io.quanmin.casework;

import io.quanmin.casework.Result.Doubt;
import io.quanmin.casework.Result.Shot;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Problem;
import io.quanmin.rulebook.ClaimRules;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether a result is taken, and whether a reviewer looks at it. Facts in, verdict out.
 *
 * @param of the case's id, or the reporter's where it is not a case yet
 * @param nth result of this case, from 0
 * @param placed whether the case has a point on the map
 * @param reported when the case was; nothing of the result is older. For a report that says it is solved: nothing is
 * @param claimed when they first claimed it since it was last put on offer
 */
record Checking(
        ClaimRules rules,
        Result result,
        Id of,
        String type,
        long nth,
        boolean placed,
        Instant reported,
        Instant claimed,
        Instant now) {

    private static final double WHOLE = Math.pow(2, 32);

    /** Why it is not taken; empty when it is. */
    Optional<Problem> fault() {
        return Stream.<Optional<Problem>>of(far(), early(), old(), used(), unproven())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Problem> far() {
        Double metres = result.farthest();
        double most = rules.proof().metres();
        return metres != null && metres > most
                ? Optional.of(new ResultTooFar(Math.round(metres), Math.round(most)))
                : Optional.empty();
    }

    private Optional<Problem> early() {
        Duration skew = rules.proof().clockSkew();
        return any(shot -> shot.before(shot.after() ? claimed : reported, skew) || afterwards(shot, skew))
                ? Optional.of(new PhotoTakenEarlier())
                : Optional.empty();
    }

    /** Whether a picture of before was taken later than one of afterwards. */
    private boolean afterwards(Shot shot, Duration skew) {
        Instant taken = shot.after() ? null : shot.takenAt();
        return taken != null
                && any(other -> other.after()
                        && other.takenAt() != null
                        && other.takenAt().plus(skew).isBefore(taken));
    }

    private Optional<Problem> old() {
        Instant oldest = now.minus(rules.proof().age());
        return any(shot -> shot.takenAt() != null && shot.takenAt().isBefore(oldest))
                ? Optional.of(new PhotoTooOld(rules.proof().age().toHours()))
                : Optional.empty();
    }

    private Optional<Problem> used() {
        return result.usedIn() != null && rules.proof().reused() == ClaimRules.Doubt.REFUSE
                ? Optional.of(new PictureUsedBefore())
                : Optional.empty();
    }

    private Optional<Problem> unproven() {
        return isUnproven() && rules.proof().unproven() == ClaimRules.Doubt.REFUSE
                ? Optional.of(new PhotoUnproven())
                : Optional.empty();
    }

    private boolean isUnproven() {
        Instant latest = now.plus(rules.proof().clockSkew());
        return any(shot -> !shot.proven(latest, placed));
    }

    private boolean any(Predicate<Shot> test) {
        return result.shots().stream().anyMatch(test);
    }

    /** How it stood. */
    Result.Checked checked(Set<Doubt> besides) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        doubts.addAll(besides);
        add(doubts, Doubt.FIRST_OF_PERSON, result.earlier() < rules.appraisal().first());
        add(doubts, Doubt.UNPROVEN, isUnproven());
        add(doubts, Doubt.REUSED, result.usedIn() != null);
        add(doubts, Doubt.ALIKE, result.alike());
        add(doubts, Doubt.SAMPLED, lot() < rules.appraisal().share(type));
        return new Result.Checked(result.farthest(), List.copyOf(doubts), result.usedIn());
    }

    private static void add(Set<Doubt> doubts, Doubt doubt, boolean there) {
        if (there) {
            doubts.add(doubt);
        }
    }

    /** From 0 to 1, the same for the same result of the same case however often it is drawn. */
    private double lot() {
        byte[] digest = sha256((of + "#" + nth).getBytes(StandardCharsets.UTF_8));
        return Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt()) / WHOLE;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
