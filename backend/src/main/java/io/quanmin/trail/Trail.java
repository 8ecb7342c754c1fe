package io.quanmin.trail;

import reactor.core.publisher.Mono;

/** Writes down who changed what. What is written stays: it cannot be changed, nor removed before its time. */
public interface Trail {

    /** Part of the caller's transaction; from where the request came is known here. */
    Mono<Void> record(Trace trace);
}
