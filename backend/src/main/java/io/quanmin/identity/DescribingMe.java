package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import io.quanmin.kernel.Role;
import io.quanmin.place.Division;
import io.quanmin.place.Places;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a person who they are. */
@Component
final class DescribingMe {

    private final MeTable table;
    private final PhoneCipher phones;
    private final Places places;

    DescribingMe(MeTable table, PhoneCipher phones, Places places) {
        this.table = table;
        this.phones = phones;
        this.places = places;
    }

    /** Roles are read anew, so that a change made by this very request is told. */
    Mono<Me> describe(Actor actor) {
        return table.find(actor.person())
                .transform(Reactive.orFail(NoSuchThing::new))
                .map(row -> me(actor, row));
    }

    private Me me(Actor actor, MeTable.Row row) {
        return new Me(
                actor.person(),
                row.name(),
                row.phone() == null ? null : Phone.masked(phones.open(row.phone())),
                roles(actor, row),
                new Me.Agreed(row.agreed(), row.current()),
                row.serving() == null ? null : service(row.serving()));
    }

    private static List<Role> roles(Actor actor, MeTable.Row row) {
        Stream<Role> own = actor.is(Role.CITIZEN) ? Stream.of(Role.CITIZEN) : Stream.empty();
        return Stream.concat(own, row.roles().stream()).sorted().toList();
    }

    private Me.Service service(MeTable.Serving serving) {
        return new Me.Service(
                serving.staff(), serving.name(), serving.unit(), area(serving.area()), serving.serviceAccount());
    }

    private Me.@Nullable Named area(@Nullable String code) {
        return code == null
                ? null
                : new Me.Named(code, places.division(code).map(Division::name).orElse(code));
    }
}
