package io.quanmin.notification.message;

import io.quanmin.kernel.Id;
import io.quanmin.notification.MessageDue;
import io.quanmin.notification.Template;
import io.quanmin.notification.Wording;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/**
 * News in the words of a WeChat template.
 *
 * @param delivery id of its delivery, the same at each attempt
 */
record Letter(Id delivery, MessageDue news, Template template, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    MessageKey key() {
        MessageKey.Channel channel = template.service() ? MessageKey.Channel.SERVICE : MessageKey.Channel.SUBSCRIBE;
        return new MessageKey(news.person(), news.notice(), channel);
    }

    /** Values of the template's fields, each cut to its type. */
    Map<String, String> data() {
        String at = TIME.format(news.at().atZone(zone));
        Map<String, String> data = new TreeMap<>();
        template.fields()
                .forEach((key, text) -> data.put(key, FieldText.fit(key, Wording.fill(text, news.parameters()), at)));
        return data;
    }

    /** 32 characters by which WeChat knows a repeat. */
    String clientId() {
        return delivery.value().toString().replace("-", "");
    }
}
