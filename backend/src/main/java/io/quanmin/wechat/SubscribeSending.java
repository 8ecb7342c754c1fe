package io.quanmin.wechat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quanmin.wechat.wire.Fields;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Sends subscribe messages, at most once each and one at a time to a person. WxJava's own method would throw the message's id
 * away and leave the state and the language out.
 */
final class SubscribeSending {

    private static final String PATH = "/cgi-bin/message/subscribe/send";

    private final Line line;
    private final TurnsOfNodes turns;
    private final String state;

    SubscribeSending(Line line, TurnsOfNodes turns, WeChatSettings.Release release) {
        this.line = line;
        this.turns = turns;
        this.state = release.state();
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Body(
            String touser,
            @JsonProperty("template_id") String template,
            String page,
            Map<String, Value> data,
            @JsonProperty("miniprogram_state") String state,
            String lang) {}

    record Value(String value) {

        /** WeChat wants an object of objects; a missing one is refused as empty. */
        static Map<String, Value> all(Map<String, String> data) {
            Map<String, Value> values = new LinkedHashMap<>();
            data.forEach((key, value) -> values.put(key, new Value(value)));
            return values;
        }
    }

    Mono<SendOutcome> send(SubscribeMessage message) {
        Body body = new Body(
                message.openid(), message.template(), message.page(), Value.all(message.data()), state, "zh_CN");
        Mono<SendOutcome> sending = line.post(PATH, body)
                .<SendOutcome>map(answer -> new SendOutcome.Taken(Fields.text(answer, "msgid")))
                .onErrorResume(IOException.class, Outcomes::of);
        return turns.oneByOne(message.openid(), sending);
    }
}
