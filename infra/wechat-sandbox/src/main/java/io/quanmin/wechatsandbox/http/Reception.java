package io.quanmin.wechatsandbox.http;

import java.util.Map;

/** Sends WeChat's paths one way and the stand-in's own page and API another; pages of other machines get 403 there. */
public final class Reception implements Handler {

    private final Handler weChat;
    private final Handler control;

    public Reception(Handler weChat, Handler control) {
        this.weChat = weChat;
        this.control = control;
    }

    @Override
    public Answer answer(Call call) {
        boolean own = call.path().equals("/") || call.path().startsWith("/sandbox/");
        if (!own) {
            return weChat.answer(call);
        }
        if (!call.caller().isLocal()) {
            return Answer.plain(403, "text/plain", "Only for pages of this machine");
        }
        Answer answer = call.method().equals("OPTIONS") ? Answer.plain(204, "text/plain", "") : control.answer(call);
        return call.caller().origin().isEmpty() ? answer : answer.withHeaders(cors(call));
    }

    private static Map<String, String> cors(Call call) {
        return Map.of(
                "Access-Control-Allow-Origin", call.caller().origin(),
                "Vary", "Origin",
                "Access-Control-Allow-Headers", "Content-Type",
                "Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS");
    }
}
