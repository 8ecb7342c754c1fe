package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.media.Photos;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notices;
import io.quanmin.outbox.Outbox;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes down what happened to a case: its history, its photos, the event for other modules, the notices to people. */
@Component
class Journal {

    /** More than this are not named one by one. */
    private static final int CREDITED = 5_000;

    private final SupporterTable supporters;
    private final StepTable steps;
    private final CasePhotoTable photoTable;
    private final Photos photos;
    private final Outbox outbox;
    private final Notices notices;

    Journal(
            SupporterTable supporters,
            StepTable steps,
            CasePhotoTable photoTable,
            Photos photos,
            Outbox outbox,
            Notices notices) {
        this.supporters = supporters;
        this.steps = steps;
        this.photoTable = photoTable;
        this.photos = photos;
        this.outbox = outbox;
        this.notices = notices;
    }

    /** A first step, already in the history with its photos. Part of the transaction that files the case. */
    Mono<Void> tell(Entry entry) {
        return claim(entry).then(spread(entry));
    }

    /** Part of the transaction that moves the case. */
    Mono<Void> write(Entry entry) {
        return writeSteps(entry).then(attach(entry)).then(spread(entry));
    }

    private Mono<Void> spread(Entry entry) {
        return Flux.fromIterable(entry.steps())
                .concatMap(step -> events(entry.file(), step))
                .collectList()
                .flatMap(events -> outbox.addAll(entry.file().id(), events))
                .then(notices.tellAll(entry.notices()));
    }

    private Flux<CaseEvent> events(CaseFile file, TakenStep step) {
        return Flux.fromStream(Stream.concat(Stream.of(event(file, step)), solved(file, step)))
                .concatWith(closed(file, step));
    }

    private Mono<CaseEvent> closed(CaseFile file, TakenStep step) {
        return Facts.INSPECTED.contains(step.name())
                ? supporters
                        .reports(file.id(), CREDITED)
                        .collectList()
                        .map(reporters -> new CaseEvent.Closed(
                                file.id(),
                                step.version(),
                                step.type(),
                                file.origin().place().area(),
                                reporters,
                                step.at()))
                : Mono.empty();
    }

    private Mono<Void> writeSteps(Entry entry) {
        return Flux.fromIterable(entry.steps())
                .concatMap(step -> steps.add(entry.file().id(), step))
                .then();
    }

    private static CaseEvent event(CaseFile file, TakenStep step) {
        String from = step.version() == 1 ? null : step.from();
        String area = file.origin().place().area();
        return new CaseEvent.Stepped(
                file.id(), step.version(), step.name(), from, step.to(), step.type(), area, step.at());
    }

    /** A citizen's result was found good. */
    private static Stream<CaseEvent> solved(CaseFile file, TakenStep step) {
        Id solver = step.linkage().holder();
        return step.name().equals("approve") && solver != null
                ? Stream.of(new CaseEvent.Solved(
                        file.id(),
                        step.version(),
                        step.type(),
                        file.origin().place().area(),
                        solver,
                        file.isOf(solver),
                        step.at()))
                : Stream.empty();
    }

    private Mono<Void> attach(Entry entry) {
        long version = entry.steps().getFirst().version();
        return Flux.fromIterable(entry.brought())
                .concatMap(brought -> photoTable.add(entry.file().id(), version, brought))
                .then(claim(entry));
    }

    /** The photos are the case's from now on. */
    private Mono<Void> claim(Entry entry) {
        Id mover = entry.mover();
        return entry.photos().isEmpty() || mover == null
                ? Mono.empty()
                : photos.attach(entry.photos(), mover, entry.file().id());
    }

    /**
     * What happened.
     *
     * @param mover who brought the photos
     */
    record Entry(
            CaseFile file, List<TakenStep> steps, @Nullable Id mover, List<Brought> brought, List<Notice> notices) {

        /** What the service did by itself: it brings no photos. */
        static Entry automatic(Decision.Taken taken, List<Notice> notices) {
            return new Entry(taken.next(), taken.steps(), null, List.of(), notices);
        }

        List<Id> photos() {
            return brought.stream().flatMap(each -> each.photos().stream()).toList();
        }
    }
}
