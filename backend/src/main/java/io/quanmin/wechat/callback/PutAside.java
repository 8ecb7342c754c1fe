package io.quanmin.wechat.callback;

import io.quanmin.kernel.Id;
import java.time.Instant;

/**
 * A push that could not be told. What it says stays in the database: it holds people's openids.
 *
 * @param account {@code mini} or {@code service}
 * @param size of what it says, in bytes
 * @param failure what went wrong at the last attempt
 */
record PutAside(Id id, String account, Instant receivedAt, int size, int attempts, String failure) {}
