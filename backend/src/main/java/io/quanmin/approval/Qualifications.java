package io.quanmin.approval;

import io.quanmin.kernel.Id;
import reactor.core.publisher.Mono;

/** What the working group found reviewers fit for. */
public interface Qualifications {

    /** What a person may review. */
    Mono<Qualification> of(Id person);
}
