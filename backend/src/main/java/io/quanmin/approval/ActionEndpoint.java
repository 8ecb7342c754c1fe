package io.quanmin.approval;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Form;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What members of the working group took on. */
@RestController
@RequestMapping(path = "/api/v1/working-group/actions", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.WORKING_GROUP)
class ActionEndpoint {

    private final WorkingGroup group;
    private final Minutes minutes;
    private final ActionTable table;
    private final Names names;

    ActionEndpoint(WorkingGroup group, Minutes minutes, ActionTable table, Names names) {
        this.group = group;
        this.minutes = minutes;
        this.table = table;
        this.names = names;
    }

    /** The latest first; {@code open} for those that are not done. */
    @GetMapping
    Mono<Page<ActionView>> actions(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageRequest request = PageRequest.read(after, limit);
        return group.member(actor)
                .then(Mono.defer(() -> table.page(request, open).collectList()))
                .map(found -> Page.of(
                        found,
                        request.limit(),
                        action -> new Cursor(action.at(), action.id().value())))
                .flatMap(page -> names.over(
                        page.items().stream().map(Action::owner),
                        known -> page.map(action -> ActionView.of(action, known, group.today()))));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ActionView> give(Actor actor, @RequestBody ActionWritten written) {
        return minutes.give(actor, written.read(minutes.nextId(), minutes.now()))
                .flatMap(this::view);
    }

    /** Changes an action; {@code done} says that it is done, or open again. */
    @PutMapping("/{id}")
    Mono<ActionView> change(Actor actor, @PathVariable String id, @RequestBody ActionWritten written) {
        Id known = Id.read(id).orElseThrow(NoSuchThing::new);
        return minutes.change(actor, known, written.seen(), written.read(known, minutes.now()), written.isDone())
                .flatMap(this::view);
    }

    private Mono<ActionView> view(Action action) {
        return names.over(Stream.of(action.owner()), known -> ActionView.of(action, known, group.today()));
    }

    /** An action with the name of whoever took it on. */
    record ActionView(
            Id id,
            long version,
            String words,
            Names.@Nullable Somebody owner,
            LocalDate dueOn,
            boolean overdue,
            @Nullable Id meeting,
            @Nullable Instant doneAt) {

        private static ActionView of(Action action, Names.Known names, LocalDate today) {
            return new ActionView(
                    action.id(),
                    action.version(),
                    action.words(),
                    names.of(action.owner()),
                    action.dueOn(),
                    action.doneAt() == null && action.dueOn().isBefore(today),
                    action.meeting(),
                    action.doneAt());
        }
    }

    /** What a member wrote; {@code dueOn} such as {@code 2026-11-24}. */
    record ActionWritten(
            @Nullable Long version,
            @Nullable String words,
            @Nullable String owner,
            @Nullable String dueOn,
            @Nullable String meeting,
            @Nullable Boolean done) {

        private static final int WORDS = 300;

        Action read(Id id, Instant at) {
            Form form = new Form();
            String task = form.words("words", words, WORDS);
            Id who = form.id("owner", owner).orElse(null);
            LocalDate day = form.day("dueOn", dueOn);
            if (day == null && (dueOn == null || dueOn.isBlank())) {
                form.refuse("dueOn", "required", "请填写完成期限");
            }
            Id where = meeting == null || meeting.isBlank()
                    ? null
                    : form.id("meeting", meeting).orElse(null);
            form.check();
            return new Action(id, 1, task, who, Objects.requireNonNull(day), where, at, null);
        }

        private boolean isDone() {
            return Boolean.TRUE.equals(done);
        }

        long seen() {
            Form form = new Form();
            long seen = form.version(version);
            form.check();
            return seen;
        }
    }
}
