package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a result a citizen brings.
 *
 * @param metres of the phone from the case when it was sent, where it said; where it stood is not kept
 * @param pictured whether others have photographed the case as it was
 * @param alike whether a picture of afterwards looks the same as one of before
 * @param earlier results of the same person, counted up to what the rules ask
 */
record Result(List<Shot> shots, @Nullable Double metres, boolean pictured, boolean alike, int earlier) {

    /**
     * A photo of it.
     *
     * @param after whether it shows the place afterwards
     * @param metres from the case, where the photo says
     * @param usedIn what has a picture that looks the same, where something has
     */
    record Shot(
            Id photo,
            boolean after,
            @Nullable Instant takenAt,
            Instant uploadedAt,
            @Nullable Double metres,
            @Nullable Id usedIn) {

        /** Whether it says where and when it was taken, as far as that can be compared. */
        boolean proven(Instant latest, boolean placed) {
            return takenAt != null && !takenAt.isAfter(latest) && (metres != null || !placed);
        }

        /** Surely taken before this moment; the camera's clock may be wrong by so much, ours is not. */
        boolean before(Instant moment, Duration clockSkew) {
            return uploadedAt.isBefore(moment)
                    || (takenAt != null && takenAt.plus(clockSkew).isBefore(moment));
        }
    }

    /** The farthest anything that came with it was from the case; absent where nothing said. */
    @Nullable
    Double farthest() {
        return Stream.concat(
                        Stream.ofNullable(metres),
                        shots.stream().map(Shot::metres).flatMap(Stream::ofNullable))
                .max(Double::compare)
                .orElse(null);
    }

    /** What has a picture that looks the same as one of these; absent where nothing has. */
    @Nullable
    Id usedIn() {
        return shots.stream()
                .map(Shot::usedIn)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    /** Why a reviewer is to look at a result. */
    enum Doubt {
        /** It is among the first of this person. */
        FIRST_OF_PERSON,
        /** The sample took it. */
        SAMPLED,
        /** A photo does not say where or when it was taken. */
        UNPROVEN,
        /** A picture was used elsewhere before. */
        REUSED,
        /** Before and after look the same. */
        ALIKE,
        /** Nobody has seen the problem but who says to have solved it. */
        REPORTED_SOLVED
    }

    /**
     * How a result stood the check.
     *
     * @param doubts none where nobody needs to look at it
     * @param twin what has a picture that looks the same
     */
    record Checked(
            @Nullable Double metres,
            List<Doubt> doubts,
            @Nullable Id twin) {}
}
