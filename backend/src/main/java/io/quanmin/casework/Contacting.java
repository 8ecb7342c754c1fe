package io.quanmin.casework;

import io.quanmin.identity.Contact;
import io.quanmin.identity.People;
import io.quanmin.identity.PersonName;
import io.quanmin.identity.PhoneBook;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells staff how to ring a reporter up, and writes down that they asked. */
@Component
class Contacting {

    private final Reading reading;
    private final People people;
    private final PhoneBook phones;

    Contacting(Reading reading, People people, PhoneBook phones) {
        this.reading = reading;
        this.people = people;
        this.phones = phones;
    }

    /**
     * Fails with {@code NoSuchThing} where there is no such case for them, where it is their own, where they serve the unit from
     * which the reporter wants to stay hidden, and where the reporter is gone.
     */
    Mono<ContactView> contact(Id caseId, Actor actor) {
        return reading.seen(caseId, actor)
                .filter(seen -> seen.sight() == Sight.STAFF && seen.mayKnowReporter())
                .flatMap(seen -> Mono.justOrEmpty(seen.subject().origin().reporter()))
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(reporter -> contact(reporter, actor, "case " + caseId));
    }

    private Mono<ContactView> contact(Id reporter, Actor actor, String about) {
        return Mono.zip(
                        people.names(Set.of(reporter)),
                        phones.shown(reporter, actor, about).singleOptional(),
                        people.contacts(Set.of(reporter)).any(Contact::reachable))
                .map(found -> new ContactView(
                        name(found.getT1(), reporter), found.getT2().orElse(null), found.getT3()));
    }

    private static @Nullable String name(Map<Id, PersonName> names, Id reporter) {
        PersonName name = names.get(reporter);
        return name == null ? null : name.name();
    }

    /**
     * How to reach a reporter.
     *
     * @param phone in full, where one is known
     * @param byWeChat whether WeChat brings them the news; otherwise somebody has to ring
     */
    record ContactView(@Nullable String name, @Nullable String phone, boolean byWeChat) {}
}
