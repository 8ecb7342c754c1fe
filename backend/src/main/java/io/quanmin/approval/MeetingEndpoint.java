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
import java.util.ArrayList;
import java.util.List;
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

/** Meetings of the working group, with their minutes and decisions. */
@RestController
@RequestMapping(path = "/api/v1/working-group/meetings", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.WORKING_GROUP)
class MeetingEndpoint {

    private final WorkingGroup group;
    private final Minutes minutes;
    private final MeetingTable table;
    private final Names names;

    MeetingEndpoint(WorkingGroup group, Minutes minutes, MeetingTable table, Names names) {
        this.group = group;
        this.minutes = minutes;
        this.table = table;
        this.names = names;
    }

    /** The latest first. */
    @GetMapping
    Mono<Page<MeetingView>> meetings(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageRequest request = PageRequest.read(after, limit);
        return group.member(actor)
                .then(Mono.defer(() -> table.page(request).collectList()))
                .map(found -> Page.of(
                        found,
                        request.limit(),
                        meeting -> new Cursor(meeting.at(), meeting.id().value())))
                .flatMap(page -> names.over(
                        page.items().stream().flatMap(MeetingEndpoint::persons),
                        known -> page.map(meeting -> MeetingView.of(meeting, known))));
    }

    @GetMapping("/{id}")
    Mono<MeetingView> meeting(Actor actor, @PathVariable String id) {
        return group.member(actor)
                .then(Mono.defer(() -> table.find(known(id)).switchIfEmpty(Mono.error(NoSuchThing::new))))
                .flatMap(this::view);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<MeetingView> begin(Actor actor, @RequestBody MinutesWritten written) {
        return minutes.begin(actor, written.read(minutes.nextId(), actor.person(), minutes.now()))
                .flatMap(this::view);
    }

    @PutMapping("/{id}")
    Mono<MeetingView> rewrite(Actor actor, @PathVariable String id, @RequestBody MinutesWritten written) {
        Meeting as = written.read(known(id), actor.person(), minutes.now());
        return minutes.rewrite(actor, known(id), written.seen(), as).flatMap(this::view);
    }

    /** The head signs the minutes: from now on they stay as they are. */
    @PostMapping("/{id}/sign")
    Mono<MeetingView> sign(Actor actor, @PathVariable String id, @RequestBody PaperSeen seen) {
        return minutes.sign(actor, known(id), seen.read()).flatMap(this::view);
    }

    private Mono<MeetingView> view(Meeting meeting) {
        return names.over(persons(meeting), known -> MeetingView.of(meeting, known));
    }

    private static Stream<@Nullable Id> persons(Meeting meeting) {
        return Stream.of(meeting.author(), meeting.signer());
    }

    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }

    /** A meeting with the names of those who wrote and signed. */
    record MeetingView(
            Id id,
            long version,
            LocalDate heldOn,
            String title,
            String agenda,
            String minutes,
            List<String> decisions,
            Names.@Nullable Somebody author,
            @Nullable Instant signedAt,
            Names.@Nullable Somebody signer) {

        private static MeetingView of(Meeting meeting, Names.Known names) {
            return new MeetingView(
                    meeting.id(),
                    meeting.version(),
                    meeting.heldOn(),
                    meeting.title(),
                    meeting.agenda(),
                    meeting.minutes(),
                    meeting.decisions(),
                    names.of(meeting.author()),
                    meeting.signedAt(),
                    names.of(meeting.signer()));
        }
    }

    /** What a member wrote; {@code heldOn} such as {@code 2026-11-24}. */
    record MinutesWritten(
            @Nullable Long version,
            @Nullable String heldOn,
            @Nullable String title,
            @Nullable String agenda,
            @Nullable String minutes,
            @Nullable List<@Nullable String> decisions) {

        private static final int TITLE = 60;
        private static final int TEXT = 10_000;
        private static final int DECISION = 500;
        private static final int DECISIONS = 50;

        Meeting read(Id id, Id author, Instant at) {
            Form form = new Form();
            LocalDate day = form.day("heldOn", heldOn);
            if (day == null && (heldOn == null || heldOn.isBlank())) {
                form.refuse("heldOn", "required", "请填写开会日期");
            }
            String head = form.words("title", title, TITLE);
            String about = Objects.requireNonNullElse(form.maybeWords("agenda", agenda, TEXT), "");
            String said = Objects.requireNonNullElse(form.maybeWords("minutes", minutes, TEXT), "");
            List<String> decided = decided(form);
            form.check();
            return new Meeting(id, 1, Objects.requireNonNull(day), head, about, said, decided, author, at, null, null);
        }

        private List<String> decided(Form form) {
            List<@Nullable String> given = decisions == null ? List.of() : decisions;
            if (given.size() > DECISIONS) {
                form.refuse("decisions", "too-many", "最多 " + DECISIONS + " 项决定");
                return List.of();
            }
            List<String> read = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                read.add(form.words("decisions[" + i + "]", given.get(i), DECISION));
            }
            return read;
        }

        long seen() {
            Form form = new Form();
            long seen = form.version(version);
            form.check();
            return seen;
        }
    }
}
