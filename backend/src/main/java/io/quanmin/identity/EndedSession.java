package io.quanmin.identity;

import io.quanmin.kernel.Id;

/** A session that was just revoked. */
record EndedSession(Id id, Id person, byte[] tokenHash) {}
