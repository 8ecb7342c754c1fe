package io.quanmin.wechatsandbox.control;

import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.http.Fault;
import io.quanmin.wechatsandbox.http.Faults;
import io.quanmin.wechatsandbox.push.PushFault;
import io.quanmin.wechatsandbox.push.PushFaults;
import io.quanmin.wechatsandbox.world.World;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The fault panel. */
final class TroubleControl {

    private final World world;

    TroubleControl(World world) {
        this.world = world;
    }

    void register(ControlRoutes routes) {
        registerFaults(routes, world.traffic().faults());
        registerPushFaults(routes, world.pushes().faults());
        routes.post("/tokens/revoke", (call, args) -> {
            world.ground().apps().all().forEach(app -> world.tokens().revokeAll(app.appid()));
            return Map.of("ok", true);
        });
    }

    private static void registerFaults(ControlRoutes routes, Faults faults) {
        routes.get("/faults", (call, args) -> faults.active());
        routes.post("/faults", (call, args) -> {
            faults.add(fault(call.json()));
            return faults.active();
        });
        routes.delete("/faults", (call, args) -> {
            faults.clear();
            return faults.active();
        });
    }

    private static void registerPushFaults(ControlRoutes routes, PushFaults faults) {
        routes.get("/push-faults", (call, args) -> faults.active());
        routes.post("/push-faults", (call, args) -> {
            faults.add(pushFault(call.json()));
            return faults.active();
        });
        routes.delete("/push-faults", (call, args) -> {
            faults.clear();
            return faults.active();
        });
    }

    /** {@code {path, effect: errcode|slow|http|empty, code?, status?, seconds?, times?, probability?, afterWork?}}. */
    private static Fault fault(JsonNode body) {
        String path = Objects.requireNonNullElse(Json.text(body, "path"), "*");
        Fault fault = switch (Objects.requireNonNullElse(Json.text(body, "effect"), "")) {
            case "errcode" -> Fault.error(path, Json.number(body, "code", -1));
            case "slow" -> Fault.slow(path, seconds(body));
            case "http" -> Fault.http(path, Json.number(body, "status", 502));
            case "empty" -> Fault.emptyBody(path);
            default -> throw new IllegalArgumentException("effect: errcode, slow, http or empty");
        };
        String probability = Json.text(body, "probability");
        fault = probability == null ? fault : fault.withProbability(Double.parseDouble(probability));
        int times = Json.number(body, "times", 0);
        fault = times > 0 ? fault.times(times) : fault;
        return Json.flag(body, "afterWork", false) ? fault.afterTheWork() : fault;
    }

    /** {@code {event, kind: lost|doubled|late|out_of_order, seconds?, times?}}. */
    private static PushFault pushFault(JsonNode body) {
        String event = Objects.requireNonNullElse(Json.text(body, "event"), "*");
        String kind = Objects.requireNonNullElse(Json.text(body, "kind"), "");
        int times = Json.number(body, "times", 0);
        return new PushFault(
                event, PushFault.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), seconds(body), times > 0 ? times : null);
    }

    private static Duration seconds(JsonNode body) {
        return Duration.ofSeconds(Json.number(body, "seconds", 6));
    }
}
