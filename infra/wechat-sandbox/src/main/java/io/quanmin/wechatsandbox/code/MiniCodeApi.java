package io.quanmin.wechatsandbox.code;

import io.quanmin.wechatsandbox.base.AppKind;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.http.Answer;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.http.Routes;
import io.quanmin.wechatsandbox.http.Verb;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** {@code POST /wxa/getwxacodeunlimit}: a picture, or JSON that says why not. */
public final class MiniCodeApi {

    private static final Pattern SCENE = Pattern.compile("[0-9A-Za-z!#$&'()*+,/:;=?@\\-._~]+");
    private static final Set<String> ENVIRONMENTS = Set.of("release", "trial", "develop");
    private static final int LONGEST_SCENE = 32;

    private final ReleasedPages pages;

    public MiniCodeApi(ReleasedPages pages) {
        this.pages = pages;
    }

    public void register(Routes routes) {
        routes.guarded(Verb.POST, "/wxa/getwxacodeunlimit", AppKind.MINI_PROGRAM, this::code);
    }

    private Answer code(AppSettings app, Call call) {
        JsonNode body = call.json();
        String scene = Objects.requireNonNullElse(Json.text(body, "scene"), "");
        checkScene(scene);
        String page = Objects.requireNonNullElse(Json.text(body, "page"), "");
        checkPage(page, Json.flag(body, "check_path", true));
        String env = Objects.requireNonNullElse(Json.text(body, "env_version"), "release");
        int width = Json.number(body, "width", 430);
        if (!ENVIRONMENTS.contains(env) || width < 280 || width > 1280) {
            throw new Refusal(40097, "invalid args");
        }
        return Answer.picture(QrPicture.jpeg(new MiniCode(app.appid(), page, scene, env).text(), width));
    }

    private static void checkScene(String scene) {
        if (scene.isEmpty() || scene.length() > LONGEST_SCENE) {
            throw new Refusal(40169, "invalid length for scene, or the data is not json string");
        }
        if (!SCENE.matcher(scene).matches()) {
            throw new Refusal(40129, "invalid scene");
        }
        if (scene.contains("scancode_time")) {
            throw new Refusal(85096, "scancode_time is system reserved");
        }
    }

    private void checkPage(String page, boolean mustBeReleased) {
        boolean misformed = page.startsWith("/") || page.contains("?");
        if (misformed || (mustBeReleased && !page.isEmpty() && !pages.contains(page))) {
            throw new Refusal(41030, "invalid page");
        }
    }
}
