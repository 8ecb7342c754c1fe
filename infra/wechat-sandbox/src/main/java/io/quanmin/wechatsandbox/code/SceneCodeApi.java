package io.quanmin.wechatsandbox.code;

import io.quanmin.wechatsandbox.base.AppKind;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.http.Answer;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.http.Routes;
import io.quanmin.wechatsandbox.http.Verb;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /cgi-bin/qrcode/create} and {@code GET /cgi-bin/showqrcode} (in truth on mp.weixin.qq.com). */
public final class SceneCodeApi {

    private static final int WIDTH = 430;
    private static final int LONGEST_LIFE = 2_592_000;
    private static final int DEFAULT_LIFE = 60;
    private static final int LONGEST_TEXT = 64;

    private final SceneCodes codes;

    public SceneCodeApi(SceneCodes codes) {
        this.codes = codes;
    }

    public void register(Routes routes) {
        routes.guarded(Verb.POST, "/cgi-bin/qrcode/create", AppKind.SERVICE_ACCOUNT, this::create);
        routes.open(Verb.GET, "/cgi-bin/showqrcode", this::show);
    }

    private Answer create(AppSettings app, Call call) {
        JsonNode body = call.json();
        JsonNode scene = body.path("action_info").path("scene");
        String action = Objects.requireNonNullElse(Json.text(body, "action_name"), "");
        long life = Math.min(Json.number(body, "expire_seconds", DEFAULT_LIFE), LONGEST_LIFE);
        SceneCode code = switch (action) {
            case "QR_STR_SCENE" -> codes.make(0, text(scene), Duration.ofSeconds(life));
            case "QR_LIMIT_STR_SCENE" -> codes.make(0, text(scene), null);
            case "QR_SCENE" -> numbered(scene, Integer.MAX_VALUE, Duration.ofSeconds(life));
            case "QR_LIMIT_SCENE" -> numbered(scene, 100_000, null);
            default -> throw new Refusal(40053, "invalid action info");
        };
        ObjectNode answer = Json.object().put("ticket", code.ticket());
        if (code.endsAt() != null) {
            answer.put("expire_seconds", life);
        }
        return Answer.json(answer.put("url", code.url()));
    }

    private SceneCode numbered(JsonNode scene, int most, @Nullable Duration life) {
        int id = Json.number(scene, "scene_id", 0);
        if (id < 1 || id > most) {
            throw new Refusal(40053, "invalid action info");
        }
        return codes.make(id, String.valueOf(id), life);
    }

    private static String text(JsonNode scene) {
        String text = Json.text(scene, "scene_str");
        if (text == null || text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new Refusal(40053, "invalid action info");
        }
        return text;
    }

    private Answer show(Call call) {
        String ticket = Objects.requireNonNullElse(call.query("ticket"), "");
        return codes.find(ticket)
                .map(code -> Answer.picture(QrPicture.jpeg(code.url(), WIDTH)))
                .orElseGet(() -> Answer.plain(404, "text/html", ""));
    }
}
