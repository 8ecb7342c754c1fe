package io.quanmin.wechatsandbox.people;

import io.quanmin.wechatsandbox.base.AppKind;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.http.Answer;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.http.Routes;
import io.quanmin.wechatsandbox.http.Verb;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code /wxa/checksession} and {@code /wxa/resetusersessionkey}: both prove the session key by an HMAC over nothing. */
public final class SessionApi {

    private final SessionKeys sessionKeys;
    private final Users users;

    public SessionApi(Population people) {
        this.sessionKeys = people.sessionKeys();
        this.users = people.users();
    }

    public void register(Routes routes) {
        routes.guarded(Verb.GET, "/wxa/checksession", AppKind.MINI_PROGRAM, (app, call) -> {
            requireProof(app, call);
            return Answer.json(Answer.okay());
        });
        routes.guarded(Verb.GET, "/wxa/resetusersessionkey", AppKind.MINI_PROGRAM, (app, call) -> {
            requireProof(app, call);
            String openid = Objects.requireNonNullElse(call.query("openid"), "");
            return Answer.json(Answer.okay().put("openid", openid).put("session_key", sessionKeys.rotate(openid)));
        });
    }

    private void requireProof(AppSettings app, Call call) {
        Person person = users.byOpenid(app.appid(), call.query("openid"));
        if (!"hmac_sha256".equals(call.query("sig_method"))) {
            throw new Refusal(87008, "invalid sig_method");
        }
        String openid = users.openid(person.id(), app.appid());
        String key = sessionKeys.of(openid).orElse("");
        if (key.isEmpty() || !hmacOfNothing(key).equals(call.query("signature"))) {
            throw new Refusal(87009, "invalid signature");
        }
    }

    /** Lower-case hex; the key is the session key's text, not the bytes it encodes. */
    static String hmacOfNothing(String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
