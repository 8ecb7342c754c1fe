package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.media.Photos;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notices;
import io.quanmin.outbox.Outbox;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes down what happened to a case: its history, its photos, the event for other modules, the notices to people. */
@Component
class Journal {

    private final StepTable steps;
    private final CasePhotoTable photoTable;
    private final Photos photos;
    private final Outbox outbox;
    private final Notices notices;

    Journal(StepTable steps, CasePhotoTable photoTable, Photos photos, Outbox outbox, Notices notices) {
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
        List<CaseEvent> events =
                entry.steps().stream().map(step -> event(entry.file(), step)).toList();
        return outbox.addAll(entry.file().id(), events).then(notices.tellAll(entry.notices()));
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

    private Mono<Void> attach(Entry entry) {
        long version = entry.steps().getFirst().version();
        return photoTable
                .add(entry.file().id(), version, entry.kind(), entry.photos())
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
     * @param kind of the photos
     */
    record Entry(
            CaseFile file,
            List<TakenStep> steps,
            @Nullable Id mover,
            CasePhoto.Kind kind,
            List<Id> photos,
            List<Notice> notices) {

        /** What the service did by itself: it brings no photos, so of what kind they would be does not matter. */
        static Entry automatic(Decision.Taken taken, List<Notice> notices) {
            return new Entry(taken.next(), taken.steps(), null, CasePhoto.Kind.PROBLEM, List.of(), notices);
        }
    }
}
