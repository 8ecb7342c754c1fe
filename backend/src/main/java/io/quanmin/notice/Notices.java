package io.quanmin.notice;

import java.util.List;
import reactor.core.publisher.Mono;

/** Says something to people. */
public interface Notices {

    /** Writes the notice down in the caller's transaction; it reaches its people later, once each. */
    default Mono<Void> tell(Notice notice) {
        return tellAll(List.of(notice));
    }

    /** As {@link #tell}, several in their order; none is fine. */
    Mono<Void> tellAll(List<Notice> notices);
}
