package io.quanmin.wechatsandbox.http;

import java.util.Map;

/** WeChat's own words for the codes that are injected. */
final class FaultTexts {

    private static final Map<Integer, String> TEXTS = Map.ofEntries(
            Map.entry(-1, "system error"),
            Map.entry(
                    40001,
                    "invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken"),
            Map.entry(40014, "invalid access_token"),
            Map.entry(40029, "invalid code"),
            Map.entry(40163, "code been used"),
            Map.entry(40164, "invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist"),
            Map.entry(40226, "code blocked"),
            Map.entry(42001, "access_token expired"),
            Map.entry(43101, "user refuse to accept the msg"),
            Map.entry(43107, "the ability to send subscribe message is banned"),
            Map.entry(43108, "concurrent sends to the same user"),
            Map.entry(44990, "api freq out of limit"),
            Map.entry(44991, "reach max api minute quota limit"),
            Map.entry(45009, "reach max api daily quota limit"),
            Map.entry(45011, "api minute-quota reach limit  mustslower  retry next minute"),
            Map.entry(45168, "sensitive words"),
            Map.entry(50004, "appid is not authorized"),
            Map.entry(61010, "code is expired"),
            Map.entry(87020, "media check repeat limit"));

    private FaultTexts() {}

    static String of(int code) {
        return TEXTS.getOrDefault(code, "injected error");
    }
}
