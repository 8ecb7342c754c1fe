package io.quanmin.wechat;

import java.util.LinkedHashMap;
import java.util.Map;

/** Messages that WeChat would take. */
final class Messages {

    private Messages() {}

    static Map<String, String> data() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("character_string1", "9901-20261123-0007");
        data.put("thing2", "井盖丢失");
        data.put("phrase3", "已受理");
        data.put("time4", "2026-11-23 16:00");
        data.put("thing5", "我们会尽快处理");
        return data;
    }

    static Map<String, String> dataWith(String key, String value) {
        Map<String, String> data = data();
        data.put(key, value);
        return data;
    }

    /** To the citizen, who must have accepted it. */
    static SubscribeMessage to(WeChatCity city) {
        return new SubscribeMessage(city.openid(WeChatCity.CITIZEN), "tmpl-accepted", "pages/case/detail?id=1", data());
    }

    /** To the officer, who must follow. */
    static TemplateMessage toOfficer(WeChatCity city, String clientId) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("character_string1", "9901-20261123-0007");
        data.put("thing2", "井盖丢失");
        data.put("thing3", "青石路 7 号");
        data.put("time4", "2026-11-23 18:00");
        data.put("thing5", "请尽快签收");
        return new TemplateMessage(
                city.serviceOpenid(WeChatCity.OFFICER), "tmpl-duty", "pages/task/detail?id=1", data, clientId);
    }
}
