package io.quanmin.wechat.callback;

import io.quanmin.kernel.Id;
import java.time.Instant;

/**
 * A push taken from the inbox to be read.
 *
 * @param message opened, as WeChat wrote it
 * @param attempt from 1
 */
record KeptPush(Id id, byte[] message, Instant receivedAt, int attempt) {}
