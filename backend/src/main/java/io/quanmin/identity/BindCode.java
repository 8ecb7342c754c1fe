package io.quanmin.identity;

import java.time.Instant;

/** A single-use code by which a staff member links their WeChat. */
public record BindCode(String bindCode, Instant expiresAt) {}
