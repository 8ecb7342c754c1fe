package io.quanmin.rulebook;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The versions this node has read.
 *
 * @param readAt when it last looked for new ones
 */
record KnownVersions(List<Rules> all, Instant readAt) {

    static final KnownVersions NONE = new KnownVersions(List.of(), Instant.EPOCH);

    int newest() {
        return all.stream().mapToInt(Rules::version).max().orElse(0);
    }

    /**
     * The latest among those that have taken effect: what was decided last holds, also where an earlier decision was to take effect
     * on a later day.
     */
    Optional<Rules> inForce(Instant at) {
        return all.stream()
                .filter(rules -> !rules.effectiveFrom().isAfter(at))
                .max(Comparator.comparing(Rules::version));
    }

    Optional<Rules> version(int number) {
        return all.stream().filter(rules -> rules.version() == number).findFirst();
    }

    KnownVersions with(List<Rules> newer, Instant now) {
        return new KnownVersions(Stream.concat(all.stream(), newer.stream()).toList(), now);
    }

    KnownVersions seenAt(Instant now) {
        return new KnownVersions(all, now);
    }
}
