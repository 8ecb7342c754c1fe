package io.quanmin.outbox;

import io.quanmin.kernel.Id;
import java.time.Instant;

/**
 * An event on its way to one consumer.
 *
 * @param id the event's, the same at each attempt: what a consumer remembers to be idempotent
 * @param attempt from 1
 */
public record Delivery<E>(Id id, Id subject, E event, Instant at, int attempt) {}
