package io.quanmin.wechatsandbox.control;

import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.http.CallRecord;
import io.quanmin.wechatsandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was called and pushed. */
final class ObservationControl {

    private static final int SHOWN = 200;

    private final World world;

    ObservationControl(World world) {
        this.world = world;
    }

    void register(ControlRoutes routes) {
        routes.get("/calls", (call, args) -> calls(call));
        routes.delete("/calls", (call, args) -> {
            world.traffic().calls().clear();
            return Map.of("ok", true);
        });
        routes.get(
                "/pushes",
                (call, args) -> world.pushes().records().stream().limit(SHOWN).toList());
        routes.get(
                "/messages",
                (call, args) ->
                        world.messages().outbox().all().stream().limit(SHOWN).toList());
        routes.delete("/messages", (call, args) -> {
            world.messages().outbox().clear();
            return Map.of("ok", true);
        });
        routes.get("/templates", (call, args) -> world.messages().templates().all());
    }

    private List<CallRecord> calls(Call call) {
        String path = Objects.requireNonNullElse(call.query("path"), "");
        return world.traffic().calls().all().stream()
                .filter(one -> one.path().startsWith(path))
                .limit(SHOWN)
                .toList();
    }
}
