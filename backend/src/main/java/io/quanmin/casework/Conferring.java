package io.quanmin.casework;

import io.quanmin.identity.People;
import io.quanmin.identity.PersonName;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import io.quanmin.media.PhotoLinks;
import io.quanmin.media.Photos;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notices;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The thread of a case: those called to it talk to each other, seen by nobody else. */
@Component
class Conferring {

    private static final int QUOTED = 40;

    private final Reading reading;
    private final ThreadTable table;
    private final CommandTable commands;
    private final Photos photos;
    private final People people;
    private final Notices notices;
    private final TransactionalOperator transaction;
    private final Ids ids;
    private final Clock clock;

    Conferring(
            Reading reading,
            ThreadTable table,
            CommandTable commands,
            Photos photos,
            People people,
            Notices notices,
            TransactionalOperator transaction,
            Ids ids,
            Clock clock) {
        this.reading = reading;
        this.table = table;
        this.commands = commands;
        this.photos = photos;
        this.people = people;
        this.notices = notices;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was said, newest first; fails with {@link NoSuchThing} for who does not work on the case. */
    Mono<Page<MessageView>> read(Id caseId, Actor actor, PageRequest request) {
        return working(caseId, actor)
                .flatMap(facts -> table.of(caseId, request)
                        .collectList()
                        .map(rows -> Page.of(rows, request.limit(), ThreadTable.Message::cursor))
                        .flatMap(page -> shown(facts, actor, page)));
    }

    /**
     * Says something, once per command.
     *
     * @return the newest page; fails with {@link ThreadClosed} for who was not called, or when the case is done or the thread full
     */
    Mono<Page<MessageView>> say(Id caseId, Actor actor, Command command, Saying saying) {
        return working(caseId, actor)
                .filter(facts -> maySay(facts, actor))
                .flatMap(facts -> room(facts).thenReturn(facts))
                .switchIfEmpty(Mono.error(ThreadClosed::new))
                .flatMap(facts -> write(facts, actor, command, saying))
                .then(Mono.defer(() -> read(caseId, actor, PageRequest.read(null, null))));
    }

    private Mono<Facts> working(Id caseId, Actor actor) {
        return reading.seen(caseId, actor)
                .filter(seen -> seen.sight() == Sight.STAFF)
                .map(Reading.Seen::facts)
                .switchIfEmpty(Mono.error(NoSuchThing::new));
    }

    /** Those called who have not been let go, and those who dispatch or supervise in the area. */
    static boolean maySay(Facts facts, Actor actor) {
        boolean called = actor.is(Role.OFFICER, Role.LEADER)
                && facts.task(actor.unit())
                        .filter(task -> task.open() || task.state() == ChildTask.State.REPORTED)
                        .isPresent();
        boolean over = actor.is(Role.DISPATCHER, Role.SUPERVISOR)
                && Scope.covers(actor, facts.subject().origin().place().area());
        return !facts.tasks().isEmpty() && facts.isOpen(facts.subject()) && (called || over);
    }

    private Mono<Void> room(Facts facts) {
        return table.count(facts.subject().id())
                .filter(said -> said < facts.rules().linkage().whistle().messages())
                .switchIfEmpty(Mono.error(ThreadClosed::new))
                .then();
    }

    private Mono<Void> write(Facts facts, Actor actor, Command command, Saying saying) {
        Id caseId = facts.subject().id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ThreadTable.Message message = new ThreadTable.Message(
                ids.next(caseId.district()), now, actor.person(), actor.unit(), saying.words(), saying.photos());
        return commands.claim(command, caseId, now)
                .flatMap(fresh -> fresh
                        ? add(facts, actor, message)
                        : commands.done(command).then())
                .as(transaction::transactional);
    }

    private Mono<Void> add(Facts facts, Actor actor, ThreadTable.Message message) {
        Id caseId = facts.subject().id();
        return table.add(caseId, message)
                .then(photos.attach(message.photos(), actor.person(), caseId))
                .then(notices.tellAll(told(facts, message)));
    }

    /** Quietly, the other units. */
    private static List<Notice> told(Facts facts, ThreadTable.Message message) {
        return facts.tasks().stream()
                .filter(task -> task.state() != ChildTask.State.RELEASED && task.state() != ChildTask.State.RETURNED)
                .filter(task -> !task.unit().equals(message.unit()))
                .map(task -> notice(facts, message, task.unit()))
                .toList();
    }

    private static Notice notice(Facts facts, ThreadTable.Message message, Id unit) {
        CaseFile file = facts.subject();
        String words = message.words();
        String quoted = words.codePointCount(0, words.length()) > QUOTED
                ? words.substring(0, words.offsetByCodePoints(0, QUOTED)) + "…"
                : words;
        CasePlace place = file.origin().place();
        Map<String, String> parameters = Map.of(
                "number", file.number(),
                "type", facts.type().name(),
                "place", place.address().isEmpty() ? place.areaName() : place.address(),
                "author", unit(facts, message.unit()).map(Unit::name).orElse("指挥调度"),
                "words", quoted);
        return new Notice(
                file.id(),
                new Audience.Duty(unit),
                "case.thread",
                parameters,
                "pages/case/detail?id=" + file.id(),
                Notice.Urgency.QUIET,
                message.at());
    }

    private Mono<Page<MessageView>> shown(Facts facts, Actor actor, Page<ThreadTable.Message> page) {
        List<Id> writers = page.items().stream()
                .map(ThreadTable.Message::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Id> pictures =
                page.items().stream().flatMap(each -> each.photos().stream()).toList();
        return Mono.zip(people.names(writers), links(pictures))
                .map(read -> page.map(message -> view(facts, actor, message, read.getT1(), read.getT2())));
    }

    private Mono<Map<Id, PhotoLinks>> links(List<Id> pictures) {
        return pictures.isEmpty() ? Mono.just(Map.of()) : photos.links(pictures, Photos.Viewer.STAFF);
    }

    private static MessageView view(
            Facts facts,
            Actor actor,
            ThreadTable.Message message,
            Map<Id, PersonName> names,
            Map<Id, PhotoLinks> links) {
        PersonName name = message.by() == null ? null : names.get(message.by());
        List<PhotoView> shown = message.photos().stream()
                .filter(links::containsKey)
                .map(photo -> PhotoView.of(photo, Objects.requireNonNull(links.get(photo)), null, null))
                .toList();
        return new MessageView(
                message.id(),
                message.at(),
                unit(facts, message.unit())
                        .map(unit -> new Named(unit.code(), unit.name()))
                        .orElse(null),
                name == null ? null : name.name(),
                actor.person().equals(message.by()),
                message.words(),
                shown);
    }

    private static Optional<Unit> unit(Facts facts, @Nullable Id id) {
        return facts.units().stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    /** What somebody wants to say. */
    record Saying(String words, List<Id> photos) {

        Saying {
            photos = List.copyOf(photos);
        }
    }

    /**
     * A message as those who work on the case read it.
     *
     * @param unit absent for who dispatches or supervises
     * @param by absent once the account is erased
     */
    record MessageView(
            Id id,
            Instant at,
            @Nullable Named unit,
            @Nullable String by,
            boolean mine,
            String words,
            List<PhotoView> photos) {}
}
