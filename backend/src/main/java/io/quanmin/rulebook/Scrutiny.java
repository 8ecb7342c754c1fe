package io.quanmin.rulebook;

import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What is to be known of a draft before anybody approves it. */
public interface Scrutiny {

    /** All that is wrong with it; nothing when it could be worked by. */
    Mono<List<Fault>> faults(Draft draft);

    /** How it differs from the version it would follow. */
    Mono<List<Change>> changes(Draft draft);

    /** How a version differs from an earlier one. */
    Mono<List<Change>> changes(int from, int to);

    /** What would be otherwise; fails with {@link FaultyDraft} for one that could not be worked by. */
    Mono<DryRun> dryRun(Draft draft);

    /** Whether changes of these sections need the head of the working group, by the rules in force. */
    Mono<Consents> consents(Set<String> sections);

    /**
     * What a proposal needs.
     *
     * @param approvers how many different persons, at least two
     * @param head whether the head is one of them
     */
    record Consents(int approvers, boolean head) {}
}
