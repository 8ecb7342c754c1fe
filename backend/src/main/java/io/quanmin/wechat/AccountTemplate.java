package io.quanmin.wechat;

import java.util.List;

/**
 * A template as the account has it.
 *
 * @param fields field keys in order, such as {@code thing2}
 */
public record AccountTemplate(String id, String title, List<String> fields) {}
