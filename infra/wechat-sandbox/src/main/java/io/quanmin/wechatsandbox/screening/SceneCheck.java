package io.quanmin.wechatsandbox.screening;

import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.people.Person;
import io.quanmin.wechatsandbox.people.Visits;
import tools.jackson.databind.JsonNode;

/** What both checks ask first: one of the four scenes, and a user who was here lately. */
final class SceneCheck {

    private SceneCheck() {}

    /** Refuses with 40129 or 61010. */
    static void require(Person person, JsonNode body, Visits visits) {
        int scene = Json.number(body, "scene", 0);
        if (scene < 1 || scene > 4) {
            throw new Refusal(40129, "invalid scene");
        }
        visits.requireRecent(person.id());
    }
}
