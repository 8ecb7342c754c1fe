package io.quanmin.wechat;

import java.util.Map;

/**
 * A one-time or long-term subscribe message.
 *
 * @param page of the mini-program, without a leading slash
 * @param data field key such as {@code thing2} to value, already cut to the field's type
 */
public record SubscribeMessage(String openid, String template, String page, Map<String, String> data) {}
