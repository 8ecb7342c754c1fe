package io.quanmin.wechatsandbox.control;

import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.code.MiniCode;
import io.quanmin.wechatsandbox.code.QrPicture;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.world.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a user does with the phone: log in, answer the popup, follow, scan. */
final class PhoneControl {

    private final World world;

    PhoneControl(World world) {
        this.world = world;
    }

    void register(ControlRoutes routes) {
        routes.post("/users/{id}/login-code", (call, args) -> loginCode(call, args.getFirst()));
        routes.post(
                "/users/{id}/phone-code",
                (call, args) -> Map.of("code", world.act().phoneCode(args.getFirst())));
        routes.post("/users/{id}/subscribe", (call, args) -> subscribe(call, args.getFirst()));
        routes.post("/users/{id}/scan", (call, args) -> scan(args.getFirst(), text(call, "text")));
        routes.post("/users/{id}/scan-picture", (call, args) -> scanPicture(call, args.getFirst()));
        registerTaps(routes);
    }

    private void registerTaps(ControlRoutes routes) {
        routes.post("/users/{id}/visit", (call, args) -> done(() -> world.act().visit(args.getFirst())));
        routes.post("/users/{id}/follow", (call, args) -> done(() -> world.act().follow(args.getFirst())));
        routes.post(
                "/users/{id}/unfollow", (call, args) -> done(() -> world.act().unfollow(args.getFirst())));
        routes.post(
                "/users/{id}/switch-off",
                (call, args) -> done(() -> world.act().switchOff(args.getFirst(), text(call, "templateId"))));
    }

    private Object loginCode(Call call, String userId) {
        String appid = Objects.requireNonNullElse(
                call.query("appid"), world.ground().apps().mini().appid());
        return Map.of("code", world.act().loginCode(userId, appid));
    }

    /** {@code {templateIds: {"id": "accept"|"reject"}}}; the answer is what wx.requestSubscribeMessage calls back with. */
    private Object subscribe(Call call, String userId) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : call.json().path("templateIds").properties()) {
            answers.put(one.getKey(), one.getValue().asString());
        }
        Map<String, String> result = new LinkedHashMap<>();
        result.put("errMsg", "requestSubscribeMessage:ok");
        result.putAll(world.act().answerSubscription(userId, answers));
        return result;
    }

    private Object scanPicture(Call call, String userId) {
        String text = QrPicture.read(call.body()).orElseThrow(() -> new IllegalArgumentException("图片里没有找到二维码"));
        return scan(userId, text);
    }

    /** A code of the mini-program opens a page: the answer names it with its scene as onLoad gets it, still encoded. */
    private Object scan(String userId, String text) {
        Optional<MiniCode> mini = MiniCode.parse(text);
        if (mini.isEmpty()) {
            world.act().scanServiceCode(userId, text);
            return Map.of("kind", "service", "following", true);
        }
        MiniCode code = mini.get();
        if (world.ground().apps().find(code.appid()).isEmpty()) {
            throw new NoSuchElementException("No account " + code.appid());
        }
        world.act().visit(userId);
        return Json.object()
                .put("kind", "mini")
                .put("page", code.page())
                .put("scene", code.encodedScene())
                .put("env", code.env());
    }

    private static String text(Call call, String field) {
        String text = Json.text(call.json(), field);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("缺少 " + field);
        }
        return text.strip();
    }

    private static Object done(Runnable tap) {
        tap.run();
        return Map.of("ok", true);
    }
}
