package io.quanmin.wechatsandbox.control;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.PushMode;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.message.Sending;
import io.quanmin.wechatsandbox.world.World;
import java.time.Duration;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The clock, the accounts' configuration, and how the stand-in behaves. */
final class SwitchControl {

    private final World world;

    SwitchControl(World world) {
        this.world = world;
    }

    void register(ControlRoutes routes) {
        routes.get("/clock", (call, args) -> clock());
        routes.post("/clock", (call, args) -> moveClock(call));
        routes.get("/accounts", (call, args) -> world.ground().apps().all());
        routes.post("/accounts/{appid}", (call, args) -> configure(call, args.getFirst()));
        routes.post(
                "/accounts/{appid}/verify",
                (call, args) -> Json.object().put("verified", world.pushes().verify(args.getFirst())));
        routes.get("/switches", (call, args) -> switches());
        routes.post("/switches", (call, args) -> flip(call));
    }

    private ObjectNode clock() {
        return Json.object()
                .put("now", world.ground().clock().now().toString())
                .put("frozen", world.ground().clock().isFrozen());
    }

    /** {@code {seconds?, frozen?}}. */
    private ObjectNode moveClock(Call call) {
        JsonNode body = call.json();
        if (Json.flag(body, "frozen", world.ground().clock().isFrozen())) {
            world.ground().clock().freeze();
        } else {
            world.ground().clock().thaw();
        }
        world.ground().clock().advance(Duration.ofSeconds(Json.number(body, "seconds", 0)));
        return clock();
    }

    /** {@code {callbackUrl?, pushMode?}}. */
    private AppSettings configure(Call call, String appid) {
        JsonNode body = call.json();
        AppSettings app = world.ground().apps().get(appid);
        String url = Objects.requireNonNullElse(Json.text(body, "callbackUrl"), app.callbackUrl());
        String mode = Objects.requireNonNullElse(
                Json.text(body, "pushMode"), app.pushMode().name());
        world.ground().apps().change(app.withCallbackUrl(url).withPush(PushMode.valueOf(mode), app.pushFormat()));
        return world.ground().apps().get(appid);
    }

    private ObjectNode switches() {
        return Json.object()
                .put(
                        "templateOutcome",
                        world.messages().sending().templateOutcome().name())
                .put("sendingMillis", world.messages().sending().processing().toMillis())
                .put(
                        "eventDelaySeconds",
                        world.messages().sending().eventDelay().toSeconds())
                .put("mediaDelaySeconds", world.screening().media().delay().toSeconds())
                .put("mediaHttpsOnly", world.screening().media().httpsOnly())
                .put("mediaTextLabels", world.screening().media().textLabels())
                .put("quotedCreateTime", world.pushes().quirks().quotedCreateTime())
                .put("listAlwaysArray", world.pushes().quirks().listAlwaysArray())
                .put(
                        "unionid",
                        world.people()
                                .openPlatform()
                                .isBound(world.ground().apps().mini().appid()));
    }

    private ObjectNode flip(Call call) {
        JsonNode body = call.json();
        flipSending(body, world.messages().sending());
        flipPushes(body);
        if (body.has("unionid")) {
            world.ground().apps().all().forEach(app -> bind(app.appid(), Json.flag(body, "unionid", true)));
        }
        return switches();
    }

    private static void flipSending(JsonNode body, Sending sending) {
        String outcome = Json.text(body, "templateOutcome");
        if (outcome != null) {
            sending.templateOutcome(Sending.Outcome.valueOf(outcome));
        }
        int millis = (int) sending.processing().toMillis();
        sending.processing(Duration.ofMillis(Json.number(body, "sendingMillis", millis)));
        int delay = (int) sending.eventDelay().toSeconds();
        sending.eventDelay(Duration.ofSeconds(Json.number(body, "eventDelaySeconds", delay)));
    }

    private void flipPushes(JsonNode body) {
        var media = world.screening().media();
        int delay = (int) media.delay().toSeconds();
        media.delay(Duration.ofSeconds(Json.number(body, "mediaDelaySeconds", delay)));
        media.httpsOnly(Json.flag(body, "mediaHttpsOnly", media.httpsOnly()));
        media.textLabels(Json.flag(body, "mediaTextLabels", media.textLabels()));
        var quirks = world.pushes().quirks();
        quirks.quoteCreateTime(Json.flag(body, "quotedCreateTime", quirks.quotedCreateTime()));
        quirks.arrayForSingleItems(Json.flag(body, "listAlwaysArray", quirks.listAlwaysArray()));
    }

    private void bind(String appid, boolean bound) {
        if (bound) {
            world.people().openPlatform().bind(appid);
        } else {
            world.people().openPlatform().unbind(appid);
        }
    }
}
