package io.quanmin.wechatsandbox.world;

import io.quanmin.wechatsandbox.message.Delivery;
import io.quanmin.wechatsandbox.message.Ledger;
import io.quanmin.wechatsandbox.people.Follow;
import io.quanmin.wechatsandbox.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What outlives a restart: people and what they permitted, followed, visited and received. Tokens, codes and faults do not. */
record SavedState(
        List<Person> people,
        List<Follow> follows,
        List<Ledger.Permission> permissions,
        Map<String, Instant> visits,
        List<Delivery> deliveries) {

    private static final int DELIVERIES_KEPT = 2_000;

    static SavedState of(World world) {
        return new SavedState(
                world.people().users().all(),
                world.people().follows().all(),
                world.messages().ledger().all(),
                world.people().visits().all(),
                world.messages().outbox().all().stream().limit(DELIVERIES_KEPT).toList());
    }

    void restoreTo(World world) {
        people.forEach(world.people().users()::add);
        follows.forEach(world.people().follows()::begin);
        permissions.forEach(world.messages().ledger()::put);
        world.people().visits().restore(visits);
        world.messages().outbox().restore(deliveries);
    }
}
