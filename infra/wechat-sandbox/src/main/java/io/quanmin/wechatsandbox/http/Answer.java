package io.quanmin.wechatsandbox.http;

import io.quanmin.wechatsandbox.base.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What goes back: WeChat's JSON by default, with the content type it really uses. */
// The bytes pass through once and are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {

    private static final String WECHAT_JSON = "application/json; encoding=utf-8";

    public Answer(int status, String contentType, byte[] body) {
        this(status, contentType, body, Map.of());
    }

    public static Answer json(Object tree) {
        return new Answer(200, WECHAT_JSON, Json.MAPPER.writeValueAsBytes(tree));
    }

    /** {@code {"errcode":0,"errmsg":"ok"}}, to which more may be added before {@link #json}. */
    public static ObjectNode okay() {
        return Json.object().put("errcode", 0).put("errmsg", "ok");
    }

    public static Answer refused(int code, String text) {
        return json(Json.object().put("errcode", code).put("errmsg", text));
    }

    public static Answer picture(byte[] jpeg) {
        return new Answer(200, "image/jpeg", jpeg);
    }

    public static Answer plain(int status, String contentType, String text) {
        return new Answer(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    Answer withHeaders(Map<String, String> more) {
        return new Answer(status, contentType, body, more);
    }

    /** For the log: the text, or what kind of bytes. */
    public String shown() {
        return contentType.startsWith("image/")
                ? contentType + ", " + body.length + " bytes"
                : new String(body, StandardCharsets.UTF_8);
    }
}
