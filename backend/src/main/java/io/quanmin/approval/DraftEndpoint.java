package io.quanmin.approval;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Form;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.Change;
import io.quanmin.rulebook.Draft;
import io.quanmin.rulebook.Drafts;
import io.quanmin.rulebook.DryRun;
import io.quanmin.rulebook.Fault;
import io.quanmin.rulebook.Scrutiny;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import tools.jackson.databind.JsonNode;

/** Members of the working group write the next version of the rules. */
@RestController
@RequestMapping(path = "/api/v1/rulebook/drafts", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.WORKING_GROUP)
class DraftEndpoint {

    private static final int NAME = 60;

    private final WorkingGroup group;
    private final Drafts drafts;
    private final Scrutiny scrutiny;
    private final Names names;

    DraftEndpoint(WorkingGroup group, Drafts drafts, Scrutiny scrutiny, Names names) {
        this.group = group;
        this.drafts = drafts;
        this.scrutiny = scrutiny;
        this.names = names;
    }

    /** The latest first, without their content. */
    @GetMapping
    Mono<Page<RuleDraftLine>> drafts(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageRequest request = PageRequest.read(after, limit);
        return group.member(actor)
                .then(Mono.defer(() -> drafts.page(request).collectList()))
                .map(found -> Page.of(found, request.limit(), Drafts::cursor))
                .flatMap(page -> names.over(
                        page.items().stream().map(Draft::author),
                        known -> page.map(draft -> RuleDraftLine.of(draft, known))));
    }

    /** Begins a draft from a version: the newest, or an older one that is to come back. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RuleDraft> begin(Actor actor, @RequestBody Begun begun) {
        String name = begun.read();
        return group.member(actor)
                .then(Mono.defer(() -> drafts.begin(name, begun.source(), actor.person())))
                .flatMap(this::view);
    }

    /** With its content and all that is wrong with it. */
    @GetMapping("/{id}")
    Mono<RuleDraft> draft(Actor actor, @PathVariable String id) {
        return find(actor, id).flatMap(this::view);
    }

    /** Writes it anew as a whole. */
    @PutMapping("/{id}")
    Mono<RuleDraft> rewrite(Actor actor, @PathVariable String id, @RequestBody Rewritten written) {
        written.check(true);
        return group.member(actor)
                .then(Mono.defer(() ->
                        drafts.rewrite(known(id), written.seen(), written.title(), written.body(), actor.person())))
                .flatMap(this::view);
    }

    /** Writes one section anew. */
    @PutMapping("/{id}/sections/{section}")
    Mono<RuleDraft> section(
            Actor actor, @PathVariable String id, @PathVariable String section, @RequestBody Rewritten written) {
        written.check(false);
        return group.member(actor)
                .then(Mono.defer(() ->
                        drafts.rewriteSection(known(id), written.seen(), section, written.body(), actor.person())))
                .flatMap(this::view);
    }

    /** Brings it onto the newest version. */
    @PostMapping("/{id}/rebase")
    Mono<RuleDraft> rebase(Actor actor, @PathVariable String id, @RequestBody PaperSeen seen) {
        return group.member(actor)
                .then(Mono.defer(() -> drafts.rebase(known(id), seen.read(), actor.person())))
                .flatMap(this::view);
    }

    /** Throws it away. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> drop(Actor actor, @PathVariable String id) {
        return group.member(actor).then(Mono.defer(() -> drafts.drop(known(id))));
    }

    /** How it differs from the version it would follow, and what that needs. */
    @GetMapping("/{id}/changes")
    Mono<Changes> changes(Actor actor, @PathVariable String id) {
        return find(actor, id)
                .flatMap(scrutiny::changes)
                .flatMap(found -> scrutiny.consents(
                                found.stream().map(Change::section).collect(Collectors.toSet()))
                        .map(needed -> new Changes(found, needed.approvers(), needed.head())));
    }

    /** What it would change for what is open now, and for what is reported from now on. */
    @GetMapping("/{id}/dry-run")
    Mono<DryRun> dryRun(Actor actor, @PathVariable String id) {
        return find(actor, id).flatMap(scrutiny::dryRun);
    }

    private Mono<Draft> find(Actor actor, String id) {
        return group.member(actor).then(Mono.defer(() -> drafts.find(known(id))));
    }

    private Mono<RuleDraft> view(Draft draft) {
        return scrutiny.faults(draft)
                .flatMap(faults -> names.over(
                        Stream.of(draft.author()),
                        known -> new RuleDraft(RuleDraftLine.of(draft, known), draft.content(), faults)));
    }

    private static Id known(String id) {
        return Id.read(id).orElseThrow(NoSuchThing::new);
    }

    /** A draft without its content. */
    record RuleDraftLine(
            Id id,
            String name,
            int base,
            int source,
            long version,
            Draft.State state,
            Names.@Nullable Somebody author,
            Instant begunAt,
            Instant changedAt,
            @Nullable Integer number) {

        private static RuleDraftLine of(Draft draft, Names.Known names) {
            return new RuleDraftLine(
                    draft.id(),
                    draft.name(),
                    draft.base(),
                    draft.source(),
                    draft.version(),
                    draft.state(),
                    names.of(draft.author()),
                    draft.begunAt(),
                    draft.changedAt(),
                    draft.number());
        }
    }

    /** A draft with its content. */
    record RuleDraft(RuleDraftLine draft, JsonNode content, List<Fault> faults) {}

    /** Differences, and what approving them needs. */
    record Changes(List<Change> changes, int approvers, boolean headNeeded) {}

    /** @param from number of the version to begin from */
    record Begun(@Nullable String name, @Nullable Integer from) {

        int source() {
            return java.util.Objects.requireNonNull(from);
        }

        String read() {
            Form form = new Form();
            String words = form.words("name", name, NAME);
            if (from == null) {
                form.refuse("from", "required", "请选择从哪一版开始");
            }
            form.check();
            return words;
        }
    }

    /** What a member wrote. */
    record Rewritten(
            @Nullable Long version,
            @Nullable String name,
            @Nullable JsonNode content) {

        void check(boolean named) {
            Form form = new Form();
            if (form.version(version) < 0) {
                form.refuse("version", "unknown", "版本不正确");
            }
            if (named && form.words("name", name, NAME).isEmpty()) {
                form.check();
            }
            if (content == null || content.isNull() || content.isMissingNode()) {
                form.refuse("content", "required", "请填写内容");
            }
            form.check();
        }

        long seen() {
            return java.util.Objects.requireNonNull(version);
        }

        String title() {
            return new Form().words("name", name, NAME);
        }

        JsonNode body() {
            return java.util.Objects.requireNonNull(content);
        }
    }
}
