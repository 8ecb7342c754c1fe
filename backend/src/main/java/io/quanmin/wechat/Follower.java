package io.quanmin.wechat;

import org.jspecify.annotations.Nullable;

/** Somebody known to the service account. */
public record Follower(String openid, @Nullable String unionid, boolean following) {}
