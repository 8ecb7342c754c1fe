package io.quanmin.wechatsandbox.screening;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.base.Ground;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.people.Person;
import io.quanmin.wechatsandbox.people.Population;
import io.quanmin.wechatsandbox.people.Users;
import io.quanmin.wechatsandbox.people.Visits;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What both checks ask first: a known user who was here lately, and one of the four scenes. */
final class SceneCheck {

    private final Apps apps;
    private final Users users;
    private final Visits visits;

    SceneCheck(Ground ground, Population people) {
        this.apps = ground.apps();
        this.users = people.users();
        this.visits = people.visits();
    }

    /** Refuses with 40003 (nobody's openid), 43104 (another account's), 40129 or 61010. */
    void require(AppSettings app, JsonNode body) {
        String openid = Json.text(body, "openid");
        Person person = users.findByOpenid(app.appid(), openid).orElseThrow(() -> unknown(openid));
        int scene = Json.number(body, "scene", 0);
        if (scene < 1 || scene > 4) {
            throw new Refusal(40129, "invalid scene");
        }
        visits.requireRecent(person.id());
    }

    private Refusal unknown(@Nullable String openid) {
        boolean foreign = apps.all().stream()
                .anyMatch(app -> users.findByOpenid(app.appid(), openid).isPresent());
        return foreign ? new Refusal(43104, "appid not match with openid") : Refusal.invalidOpenid();
    }
}
