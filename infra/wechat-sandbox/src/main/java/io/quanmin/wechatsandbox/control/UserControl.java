package io.quanmin.wechatsandbox.control;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.message.Delivery;
import io.quanmin.wechatsandbox.people.Person;
import io.quanmin.wechatsandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Users as the page sees them. */
final class UserControl {

    private final World world;

    UserControl(World world) {
        this.world = world;
    }

    void register(ControlRoutes routes) {
        routes.get(
                "/users",
                (call, args) -> world.users().all().stream().map(this::view).toList());
        routes.post("/users", (call, args) -> add(call));
        routes.get("/users/{id}", (call, args) -> view(world.users().get(args.getFirst())));
        routes.post("/users/{id}", (call, args) -> change(call, args.getFirst()));
        routes.get("/users/{id}/messages", (call, args) -> messages(args.getFirst()));
    }

    ObjectNode view(Person person) {
        ObjectNode view = Json.object()
                .put("id", person.id())
                .put("name", person.name())
                .put("role", person.role())
                .put("phone", person.phone())
                .put("risky", person.risky())
                .put("messagesOn", person.messagesOn())
                .put("blocksService", person.blocksService())
                .put("following", world.follows().follows(person.id()))
                .put("received", world.outbox().of(person.id()).size());
        ObjectNode openids = view.putObject("openids");
        for (AppSettings app : world.apps().all()) {
            openids.put(app.appid(), world.users().openid(person.id(), app.appid()));
        }
        view.put(
                "unionid",
                world.users().unionid(person.id(), world.apps().mini().appid()));
        view.set("lastVisit", Json.MAPPER.valueToTree(world.visits().all().get(person.id())));
        view.set("permissions", Json.MAPPER.valueToTree(permissions(person)));
        return view;
    }

    private List<Map<String, Object>> permissions(Person person) {
        return world.ledger().all().stream()
                .filter(one -> one.userId().equals(person.id()))
                .map(one -> Map.<String, Object>of(
                        "templateId", one.templateId(), "left", one.left(), "forever", one.forever()))
                .toList();
    }

    /** {@code {id?, name, role, phone}}, or {@code {count}} for many at once, as load tests want. */
    private Object add(Call call) {
        JsonNode body = call.json();
        int first = world.users().all().size() + 1;
        List<Person> added = IntStream.range(first, first + Math.max(1, Json.number(body, "count", 1)))
                .mapToObj(number -> person(body, number))
                .toList();
        added.forEach(world.users()::add);
        return added.stream().map(this::view).toList();
    }

    private static Person person(JsonNode body, int number) {
        return new Person(
                Objects.requireNonNullElse(Json.text(body, "id"), "u%02d".formatted(number)),
                Objects.requireNonNullElse(Json.text(body, "name"), "用户" + number),
                Objects.requireNonNullElse(Json.text(body, "role"), "市民"),
                Objects.requireNonNullElse(Json.text(body, "phone"), "170%08d".formatted(number)));
    }

    private Object change(Call call, String userId) {
        JsonNode body = call.json();
        world.users()
                .change(
                        userId,
                        person -> person.risky(Json.flag(body, "risky", person.risky()))
                                .messagesOn(Json.flag(body, "messagesOn", person.messagesOn()))
                                .blocksService(Json.flag(body, "blocksService", person.blocksService())));
        return view(world.users().get(userId));
    }

    private List<Delivery> messages(String userId) {
        return world.outbox().of(world.users().get(userId).id());
    }
}
