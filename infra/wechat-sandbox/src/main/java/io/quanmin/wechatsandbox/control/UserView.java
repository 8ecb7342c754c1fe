package io.quanmin.wechatsandbox.control;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.message.Delivery;
import io.quanmin.wechatsandbox.message.Ledger;
import io.quanmin.wechatsandbox.people.Person;
import io.quanmin.wechatsandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Users as the page sees them, of one moment. */
final class UserView {

    private final World world;
    private final Map<String, Long> received;
    private final Map<String, List<Ledger.Permission>> permissions;

    UserView(World world) {
        this.world = world;
        this.received =
                world.outbox().all().stream().collect(Collectors.groupingBy(Delivery::userId, Collectors.counting()));
        this.permissions = world.ledger().all().stream().collect(Collectors.groupingBy(Ledger.Permission::userId));
    }

    ObjectNode of(Person person) {
        ObjectNode view = Json.object()
                .put("id", person.id())
                .put("name", person.name())
                .put("role", person.role())
                .put("phone", person.phone())
                .put("risky", person.risky())
                .put("messagesOn", person.messagesOn())
                .put("blocksService", person.blocksService())
                .put("following", world.follows().follows(person.id()))
                .put("received", received.getOrDefault(person.id(), 0L))
                .put(
                        "lastVisit",
                        world.visits().of(person.id()).map(Instant::toString).orElse(null))
                .put(
                        "unionid",
                        world.users().unionid(person.id(), world.apps().mini().appid()));
        ObjectNode openids = view.putObject("openids");
        for (AppSettings app : world.apps().all()) {
            openids.put(app.appid(), world.users().openid(person.id(), app.appid()));
        }
        addPermissions(view.putArray("permissions"), person);
        return view;
    }

    private void addPermissions(ArrayNode list, Person person) {
        for (Ledger.Permission one : permissions.getOrDefault(person.id(), List.of())) {
            list.addObject()
                    .put("templateId", one.templateId())
                    .put("left", one.left())
                    .put("forever", one.forever());
        }
    }
}
