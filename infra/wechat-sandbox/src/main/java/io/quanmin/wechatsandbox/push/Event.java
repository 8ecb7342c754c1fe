package io.quanmin.wechatsandbox.push;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something WeChat tells an account about one of its users.
 *
 * @param fields what comes after the common fields: texts, numbers, maps, lists of maps
 * @param items the repeated part of subscription events; null for others
 */
public record Event(
        String appid,
        String openid,
        String name,
        Map<String, Object> fields,
        @Nullable Items items) {

    /**
     * @param xmlName what surrounds the {@code List} elements in XML; JSON has {@code List} alone
     */
    public record Items(String xmlName, List<Map<String, Object>> rows) {}

    public static Event of(String appid, String openid, String name, Map<String, Object> fields) {
        return new Event(appid, openid, name, fields, null);
    }

    public static Event listing(
            String appid, String openid, String name, String xmlName, List<Map<String, Object>> rows) {
        return new Event(appid, openid, name, Map.of(), new Items(xmlName, rows));
    }
}
