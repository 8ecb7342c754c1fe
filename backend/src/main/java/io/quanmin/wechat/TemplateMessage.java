package io.quanmin.wechat;

import java.util.Map;

/**
 * A template message of the service account, opening a page of the mini-program.
 *
 * @param openid the follower's in the service account
 * @param clientId at most 32 characters; WeChat drops a repeat within ten minutes
 */
public record TemplateMessage(String openid, String template, String page, Map<String, String> data, String clientId) {}
