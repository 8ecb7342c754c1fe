package io.quanmin.wechatsandbox.http;

import io.quanmin.wechatsandbox.base.AppSettings;
import org.jspecify.annotations.Nullable;

/** Knows which account an access_token belongs to. */
@FunctionalInterface
public interface TokenGuard {

    /** Refuses with 41001 (none), 40001 (unknown or superseded) or 42001 (expired). */
    AppSettings accountOf(@Nullable String accessToken);
}
