package io.quanmin.casework;

import io.quanmin.kernel.Role;
import io.quanmin.notice.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Cases on offer, the citizens who solve them and the photos they bring. */
abstract class OfferedCases {

    static final AtomicLong SEEDS = new AtomicLong(System.nanoTime());

    @Autowired
    Town town;

    JsonNode solved(Town.Person holder) {
        return holder.step(holder.step(offered(), "claim"), "solve", result(holder, 5));
    }

    static Map<String, Object> result(Town.Person holder, double metres) {
        return result(holder, metres, seed());
    }

    static Map<String, Object> result(Town.Person holder, double metres, long after) {
        return Map.of(
                "note", "清理好了",
                "before", List.of(holder.take(seed(), Instant.now(), metres)),
                "photos", List.of(holder.take(after, Instant.now(), metres)));
    }

    static long seed() {
        return SEEDS.incrementAndGet();
    }

    JsonNode offered() {
        return town.staff(Role.DISPATCHER, Town.DISTRICT).step(registered(), "offer");
    }

    JsonNode offered(JsonNode reported) {
        return town.staff(Role.DISPATCHER, Town.DISTRICT).step(registered(reported), "offer");
    }

    JsonNode registered() {
        return registered(town.citizen().report("piled-rubble"));
    }

    JsonNode registered(JsonNode reported) {
        return town.staff(Role.VERIFIER, Town.DISTRICT).step(reviewer().step(reported, "accept"), "confirm");
    }

    Town.Person reviewer() {
        return town.staff(Role.REVIEWER, Town.DISTRICT);
    }

    List<String> told(JsonNode about) {
        return town.told(about).stream().map(Notice::template).toList();
    }

    static String problem(@Nullable JsonNode answer) {
        if (answer == null) {
            return "nothing";
        }
        String type = answer.path("type").isString() ? answer.path("type").asString() : "none";
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
