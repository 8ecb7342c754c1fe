package io.quanmin.wechat;

import org.jspecify.annotations.Nullable;

/**
 * Who a person is to the mini-program.
 *
 * @param openid theirs in this mini-program
 * @param unionid theirs across the Open Platform account; absent while unbound and may arrive later
 */
public record WeChatAccount(String openid, @Nullable String unionid) {}
