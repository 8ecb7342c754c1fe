package io.quanmin.wechatsandbox.control;

import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.message.Delivery;
import io.quanmin.wechatsandbox.people.Person;
import io.quanmin.wechatsandbox.world.World;
import java.util.List;
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
        routes.get("/users", (call, args) -> list(call));
        routes.post("/users", (call, args) -> add(call));
        routes.get("/users/{id}", (call, args) -> view(world.people().users().get(args.getFirst())));
        routes.post("/users/{id}", (call, args) -> change(call, args.getFirst()));
        routes.get("/users/{id}/messages", (call, args) -> messages(args.getFirst()));
    }

    /** All, or the first {@code ?limit=}. */
    private Object list(Call call) {
        int limit = Json.number(Json.MAPPER.valueToTree(call.query()), "limit", Integer.MAX_VALUE);
        UserView views = new UserView(world);
        return world.people().users().all().stream().limit(limit).map(views::of).toList();
    }

    private ObjectNode view(Person person) {
        return new UserView(world).of(person);
    }

    /** {@code {id?, name, role, phone}}, or {@code {count}} for many at once, as load tests want. */
    private Object add(Call call) {
        JsonNode body = call.json();
        int first = world.people().users().all().size() + 1;
        List<Person> added = IntStream.range(first, first + Math.max(1, Json.number(body, "count", 1)))
                .mapToObj(number -> person(body, number))
                .toList();
        added.forEach(world.people().users()::add);
        return added.stream().map(new UserView(world)::of).toList();
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
        world.people()
                .users()
                .change(
                        userId,
                        person -> person.risky(Json.flag(body, "risky", person.risky()))
                                .messagesOn(Json.flag(body, "messagesOn", person.messagesOn()))
                                .blocksService(Json.flag(body, "blocksService", person.blocksService())));
        return view(world.people().users().get(userId));
    }

    private List<Delivery> messages(String userId) {
        return world.messages().outbox().of(world.people().users().get(userId).id());
    }
}
