package io.quanmin.wechatsandbox.message;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A message that lies in a user's WeChat.
 *
 * @param lines label and value of each field, in order
 * @param page the page of the mini-program or the address it opens; empty: none
 * @param clientMsgId as sent with a template message; empty: none
 */
public record Delivery(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long msgId,
        Instant at,
        String userId,
        String appid,
        Template.Kind kind,
        String templateId,
        String title,
        Map<String, String> lines,
        String page,
        String clientMsgId) {

    static Delivery of(
            Template template,
            long msgId,
            Instant at,
            String userId,
            String appid,
            SequencedMap<Field, String> values,
            String page,
            String clientMsgId) {
        Map<String, String> lines = MessageData.lines(values);
        return new Delivery(
                msgId, at, userId, appid, template.kind(), template.id(), template.title(), lines, page, clientMsgId);
    }
}
