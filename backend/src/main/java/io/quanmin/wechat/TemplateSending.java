package io.quanmin.wechat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quanmin.wechat.wire.Fields;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Sends template messages of the service account, opening the mini-program. */
final class TemplateSending {

    private static final String PATH = "/cgi-bin/message/template/send";

    /** Since 2023 WeChat takes these and shows them to nobody; nor does it show colours. */
    private static final Set<String> SHOWN_TO_NOBODY = Set.of("first", "remark");

    private final Line line;
    private final String miniAppid;

    TemplateSending(Line line, String miniAppid) {
        this.line = line;
        this.miniAppid = miniAppid;
    }

    private record Target(String appid, String pagepath) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(
            String touser,
            @JsonProperty("template_id") String template,
            Target miniprogram,
            Map<String, SubscribeSending.Value> data,
            @JsonProperty("client_msg_id") String clientId) {}

    Mono<SendOutcome> send(TemplateMessage message) {
        Map<String, String> shown = new LinkedHashMap<>(message.data());
        shown.keySet().removeAll(SHOWN_TO_NOBODY);
        Body body = new Body(
                message.openid(),
                message.template(),
                new Target(miniAppid, message.page()),
                SubscribeSending.Value.all(shown),
                message.clientId());
        return line.post(PATH, body)
                .<SendOutcome>map(answer -> new SendOutcome.Taken(Fields.text(answer, "msgid")))
                .onErrorResume(IOException.class, Outcomes::of);
    }
}
