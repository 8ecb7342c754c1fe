package io.quanmin.identity;

import reactor.core.publisher.Mono;

/**
 * How often something may be done. Counted in Redis for all nodes together; while Redis is away each node counts for itself,
 * so that a limit becomes looser and nothing else stops.
 */
public interface RateLimits {

    /**
     * Takes one of what {@code key} may still do. Take it before the work, outside of a transaction.
     *
     * @param key whose: a person's id, or a network address before anybody is known
     * @return empty; fails with {@link TooOften} when nothing is left, which says when there will be
     */
    Mono<Void> take(Kind kind, String key);

    /** What is counted, each by its own setting {@code quanmin.identity.limits.<kind>}. */
    enum Kind {
        /** Logging in through WeChat, per network address: whole blocks share one behind a carrier's NAT. */
        LOGIN,
        /** Logging in at the desk, per network address. */
        DESK_LOGIN,
        /** Trying bind codes, per person. */
        BIND,
        /** Calls that WeChat charges or counts: phone numbers, codes, nicknames; per person. */
        WECHAT,
        /** Exporting one's data, per person. */
        EXPORT,
        /** Reporting a problem, per person. */
        REPORT,
        /** Writing down what callers report, per clerk. */
        ON_BEHALF,
        /** Uploading a photo, per person. */
        UPLOAD,
        /** Asking what a problem may be while writing of it, per person. */
        SUGGEST
    }
}
