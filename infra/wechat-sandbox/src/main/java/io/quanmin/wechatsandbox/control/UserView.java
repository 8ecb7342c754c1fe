package io.quanmin.wechatsandbox.control;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.message.Delivery;
import io.quanmin.wechatsandbox.message.Ledger;
import io.quanmin.wechatsandbox.people.Person;
import io.quanmin.wechatsandbox.people.Population;
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
        this.received = world.messages().outbox().all().stream()
                .collect(Collectors.groupingBy(Delivery::userId, Collectors.counting()));
        this.permissions =
                world.messages().ledger().all().stream().collect(Collectors.groupingBy(Ledger.Permission::userId));
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
                .put("received", received.getOrDefault(person.id(), 0L));
        addIdentity(view, person.id());
        addPermissions(view.putArray("permissions"), person);
        return view;
    }

    private void addIdentity(ObjectNode view, String userId) {
        Population people = world.people();
        String mini = world.ground().apps().mini().appid();
        view.put("following", people.follows().follows(userId))
                .put(
                        "lastVisit",
                        people.visits().of(userId).map(Instant::toString).orElse(null))
                .put("unionid", people.users().unionid(userId, mini));
        ObjectNode openids = view.putObject("openids");
        for (AppSettings app : world.ground().apps().all()) {
            openids.put(app.appid(), people.users().openid(userId, app.appid()));
        }
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
