package io.quanmin.wechatsandbox.http;

import java.time.Instant;

/**
 * One call as the log keeps it.
 *
 * @param errcode 0 for success, also where the answer carries none
 * @param fault the injected fault that shaped the answer, empty if none
 */
public record CallRecord(
        String rid,
        Instant at,
        long costMillis,
        String method,
        String path,
        String url,
        String requestBody,
        String responseBody,
        int errcode,
        String clientIp,
        String fault) {}
