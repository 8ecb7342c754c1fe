package io.quanmin.approval;

import io.quanmin.kernel.Id;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What the working group found reviewers fit for. */
public interface Qualifications {

    /** Codes of the types of problem a person may review; empty when they may review all. */
    Mono<Set<String>> types(Id person);
}
