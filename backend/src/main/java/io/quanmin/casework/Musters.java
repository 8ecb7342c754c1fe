package io.quanmin.casework;

import io.quanmin.identity.People;
import io.quanmin.identity.PersonName;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How far the units are that were called to a case. */
@Component
class Musters {

    private final Reading reading;
    private final Album album;
    private final People people;
    private final Clock clock;

    Musters(Reading reading, Album album, People people, Clock clock) {
        this.reading = reading;
        this.album = album;
        this.people = people;
        this.clock = clock;
    }

    /** The lead's task first; fails with {@link NoSuchThing} for who does not work on the case. */
    Mono<Muster> of(Id caseId, Actor actor) {
        return reading.seen(caseId, actor)
                .filter(seen -> seen.sight() == Sight.STAFF)
                .switchIfEmpty(Mono.error(NoSuchThing::new))
                .flatMap(seen -> muster(seen.facts(), actor));
    }

    private Mono<Muster> muster(Facts facts, Actor actor) {
        return Mono.zip(album.open(facts.subject(), Sight.STAFF, false), people.names(persons(facts.tasks())))
                .map(read -> new Muster(
                        facts.tasks().stream()
                                .map(task -> view(facts, actor, task, read.getT1(), read.getT2()))
                                .toList(),
                        Conferring.maySay(facts, actor)));
    }

    private static List<Id> persons(List<ChildTask> tasks) {
        return tasks.stream()
                .flatMap(task -> Stream.of(task.signedBy(), task.doneBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private TaskView view(Facts facts, Actor actor, ChildTask task, Album.Pages pages, Map<Id, PersonName> names) {
        Instant end = task.doneAt() == null ? clock.instant() : task.doneAt();
        return new TaskView(
                named(facts, task.unit()),
                task.part(),
                task.state(),
                task.calledAt(),
                task.dueAt(),
                end.isAfter(task.dueAt()),
                task.signedAt(),
                name(task.signedBy(), names),
                task.doneAt(),
                name(task.doneBy(), names),
                task.words(),
                task.version() == null ? List.of() : pages.at(task.version()),
                task.unit().equals(actor.unit()));
    }

    private static Named named(Facts facts, Id unit) {
        Map<Id, Unit> units = facts.units().stream().collect(Collectors.toMap(Unit::id, each -> each));
        Unit known = units.get(unit);
        return known == null ? new Named("", "已撤销的单位") : new Named(known.code(), known.name());
    }

    private static @Nullable String name(@Nullable Id person, Map<Id, PersonName> names) {
        PersonName name = person == null ? null : names.get(person);
        return name == null ? null : name.name();
    }

    /**
     * All that were called.
     *
     * @param speaking whether the viewer may write in the thread
     */
    record Muster(List<TaskView> items, boolean speaking) {}

    /**
     * The task of a unit.
     *
     * @param overdue whether it was not done in time
     * @param words what was reported, or why it was given back or taken away
     * @param mine whether it is the viewer's unit's
     */
    record TaskView(
            Named unit,
            ChildTask.Part part,
            ChildTask.State state,
            Instant calledAt,
            Instant dueAt,
            boolean overdue,
            @Nullable Instant signedAt,
            @Nullable String signedBy,
            @Nullable Instant doneAt,
            @Nullable String doneBy,
            @Nullable String words,
            List<PhotoView> photos,
            boolean mine) {}
}
