package io.quanmin.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reports the demo city's problems, each somewhere in its communities, and takes each to its stage. */
final class DemoCases {

    /** Half a community's width, in degrees. */
    private static final double SPREAD = 0.002;

    private final Map<String, Visitor> visitors;
    private final CaseDriver driver;
    private final int most;

    DemoCases(Map<String, Visitor> visitors, int most) {
        this.visitors = visitors;
        this.most = most;
        this.driver = new CaseDriver(visitors);
    }

    Mono<Void> report() {
        return first().get("/divisions").map(DemoCases::communities).flatMap(this::reportIn);
    }

    private Mono<Void> reportIn(List<JsonNode> communities) {
        return Flux.fromIterable(PlannedReport.first(most))
                .flatMapSequential(plan -> lead(plan, communities), 3)
                .then();
    }

    private Mono<JsonNode> lead(PlannedReport plan, List<JsonNode> communities) {
        return report(plan, communities.get(plan.number() * 7 % communities.size()))
                .flatMap(reported -> driver.drive(reported, plan));
    }

    private Mono<JsonNode> report(PlannedReport plan, JsonNode community) {
        Visitor reporter = visitors.getOrDefault(plan.reporter().id(), first());
        String key = "demo-report-" + plan.number();
        Map<String, Object> body = body(plan, community);
        return reporter.upload(plan.scene().before(plan.number())).flatMap(before -> {
            if (!plan.solved()) {
                body.put("photos", List.of(before));
                return reporter.post("/cases", body, key);
            }
            return reporter.upload(plan.scene().after(plan.number())).flatMap(after -> {
                body.put("before", List.of(before));
                body.put("after", List.of(after));
                return reporter.post("/cases/solved", body, key);
            });
        });
    }

    private static Map<String, Object> body(PlannedReport plan, JsonNode community) {
        Random random = new Random(plan.number());
        JsonNode centre = community.path("centre");
        Map<String, Object> place = Map.of(
                "longitude", centre.path("longitude").asDouble() + (random.nextDouble() - 0.5) * 2 * SPREAD,
                "latitude", centre.path("latitude").asDouble() + (random.nextDouble() - 0.5) * 2 * SPREAD,
                "datum", "WGS84");
        return new HashMap<>(Map.of(
                "type",
                plan.scene().type(),
                "description",
                plan.description(),
                "place",
                place,
                "anonymous",
                plan.number() % 3 == 0));
    }

    private static List<JsonNode> communities(JsonNode divisions) {
        return divisions
                .valueStream()
                .filter(division -> division.path("level").asString().equals("COMMUNITY"))
                .toList();
    }

    private Visitor first() {
        return visitors.values().iterator().next();
    }
}
