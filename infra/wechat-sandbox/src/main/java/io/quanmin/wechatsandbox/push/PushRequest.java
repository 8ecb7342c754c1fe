package io.quanmin.wechatsandbox.push;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Dice;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.PushFormat;
import io.quanmin.wechatsandbox.base.PushMode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A signed push ready to be sent.
 *
 * @param query what is appended to the callback URL
 */
record PushRequest(String query, String contentType, String body) {

    static PushRequest of(AppSettings app, String openid, String message, long timestamp, Dice dice) {
        String time = String.valueOf(timestamp);
        String nonce = dice.digits(9);
        String query = "signature=%s&timestamp=%s&nonce=%s&openid=%s"
                .formatted(PushSignature.of(app.callbackToken(), time, nonce), time, nonce, openid);
        String type = app.pushFormat() == PushFormat.XML ? "text/xml" : "application/json";
        if (app.pushMode() == PushMode.PLAIN) {
            return new PushRequest(query, type, message);
        }
        String encrypted = new PushCipher(app.encodingAesKey(), app.appid()).encrypt(dice.bytes(16), message);
        String proof = PushSignature.of(app.callbackToken(), time, nonce, encrypted);
        String secured = query + "&encrypt_type=aes&msg_signature=" + proof;
        return new PushRequest(secured, type, envelope(app, message, encrypted));
    }

    URI uri(String callbackUrl) {
        return URI.create(callbackUrl + "?" + query);
    }

    private static String envelope(AppSettings app, String message, String encrypted) {
        boolean both = app.pushMode() == PushMode.COMPATIBLE;
        if (app.pushFormat() == PushFormat.XML) {
            String inner = EventText.element("Encrypt", encrypted);
            return both
                    ? message.replace("</xml>", inner + "</xml>")
                    : "<xml>" + EventText.element("ToUserName", app.userName()) + inner + "</xml>";
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ToUserName", app.userName());
        if (both) {
            Json.MAPPER.readTree(message).properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        }
        fields.put("Encrypt", encrypted);
        return Json.MAPPER.writeValueAsString(fields);
    }
}
