package io.quanmin.approval;

import io.quanmin.identity.People;
import io.quanmin.identity.PersonName;
import io.quanmin.kernel.Id;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts names to persons in papers. */
@Component
class Names {

    private final People people;

    Names(People people) {
        this.people = people;
    }

    /** A paper, or papers, with the names of the persons in them. */
    <T> Mono<T> over(Stream<@Nullable Id> persons, Function<Known, T> as) {
        return people.names(persons.filter(Objects::nonNull).distinct().toList())
                .map(Known::new)
                .map(as);
    }

    /** Names by person. */
    record Known(Map<Id, PersonName> names) {

        /** Absent where nobody is named. */
        @Nullable
        Somebody of(@Nullable Id person) {
            if (person == null) {
                return null;
            }
            PersonName name = names.get(person);
            return new Somebody(person, name == null ? "已注销" : name.name());
        }
    }

    /** A person by name. */
    record Somebody(Id person, String name) {}
}
