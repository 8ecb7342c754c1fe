package io.quanmin.approval;

import io.quanmin.identity.People;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Form;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who the working group is, and whom it found fit to review. */
@RestController
@RequestMapping(path = "/api/v1/working-group", produces = MediaType.APPLICATION_JSON_VALUE)
class GroupEndpoint {

    private static final int DUTY = 40;
    private static final int TYPES = 200;

    private final WorkingGroup group;
    private final MemberTable members;
    private final Appointing appointing;
    private final Qualifying qualifying;
    private final People people;

    GroupEndpoint(
            WorkingGroup group, MemberTable members, Appointing appointing, Qualifying qualifying, People people) {
        this.group = group;
        this.members = members;
        this.appointing = appointing;
        this.qualifying = qualifying;
        this.people = people;
    }

    /** Members, present and past; those who may be appointed see it too, and whoever names the first head. */
    @Allowed({Role.WORKING_GROUP, Role.SYSTEM_ADMIN})
    @GetMapping
    Mono<GroupView> group(Actor actor) {
        return members.all().collectList().flatMap(all -> view(actor, all));
    }

    private Mono<GroupView> view(Actor actor, List<Member> all) {
        List<Id> persons =
                all.stream().map(Member::person).filter(Objects::nonNull).toList();
        return Mono.zip(
                people.names(persons),
                group.serving(),
                (names, serving) -> GroupView.of(actor, all, names, member -> present(member, serving)));
    }

    private boolean present(Member member, Set<Id> serving) {
        return member.person() != null && serving.contains(member.person()) && member.belongs(group.today());
    }

    /** Staff who may be appointed: those with the role who are no members today. */
    @Allowed({Role.WORKING_GROUP, Role.SYSTEM_ADMIN})
    @GetMapping("/candidates")
    Mono<List<Eligible>> candidates() {
        return group.persons()
                .collectList()
                .flatMap(present -> people.serving(Role.WORKING_GROUP)
                        .filter(person -> !present.contains(person))
                        .collectList())
                .flatMap(people::names)
                .map(names -> names.entrySet().stream()
                        .map(entry -> new Eligible(
                                entry.getKey(),
                                entry.getValue().name(),
                                entry.getValue().unit()))
                        .toList());
    }

    /** Appoints a member, or the next head. */
    @Allowed({Role.WORKING_GROUP, Role.SYSTEM_ADMIN})
    @PostMapping("/members")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<GroupView> appoint(Actor actor, @RequestBody ToAppoint wanted) {
        return appointing.appoint(actor, wanted.read()).then(Mono.defer(() -> group(actor)));
    }

    /** Ends a membership today. */
    @Allowed(Role.WORKING_GROUP)
    @DeleteMapping("/members/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(Actor actor, @PathVariable String id) {
        return appointing.end(actor, Id.read(id).orElseThrow(NoSuchThing::new));
    }

    /** Every reviewer, with the types they are qualified for. */
    @Allowed(Role.WORKING_GROUP)
    @GetMapping("/reviewers")
    Mono<List<Qualifying.QualifiedReviewer>> reviewers(Actor actor) {
        return qualifying.reviewers(actor);
    }

    /** Says for which types a reviewer is qualified: all of them, or these and no others, and of none with an empty list. */
    @Allowed(Role.WORKING_GROUP)
    @PutMapping("/reviewers/{person}")
    Mono<Qualifying.QualifiedReviewer> qualify(
            Actor actor, @PathVariable String person, @RequestBody QualifiedTypes types) {
        return qualifying.qualify(actor, Id.read(person).orElseThrow(NoSuchThing::new), types.read());
    }

    /** Somebody who may be appointed. */
    record Eligible(Id person, String name, @Nullable String unit) {}

    /**
     * What a reviewer is qualified for.
     *
     * @param all every type; then {@code types} says nothing
     * @param types codes of types of problem
     */
    record QualifiedTypes(@Nullable Boolean all, @Nullable List<@Nullable String> types) {

        Qualification read() {
            if (Boolean.TRUE.equals(all)) {
                return Qualification.ALL;
            }
            Form form = new Form();
            if (types == null) {
                form.refuse("types", "required", "请选择类型，或选择全部类型");
            }
            List<@Nullable String> given = types == null ? List.of() : types;
            if (given.size() > TYPES || given.stream().anyMatch(Objects::isNull)) {
                form.refuse("types", "too-many", "最多 " + TYPES + " 个类型，且不能为空");
            }
            form.check();
            return Qualification.only(given.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
        }
    }

    /** Who is to be appointed; days such as {@code 2026-11-24}. */
    record ToAppoint(
            @Nullable String person,
            @Nullable Boolean head,
            @Nullable String duty,
            @Nullable String from,
            @Nullable String until) {

        Appointment read() {
            Form form = new Form();
            Id who = form.id("person", person).orElse(new Id("000000", new java.util.UUID(0, 0)));
            String words = form.words("duty", duty, DUTY);
            LocalDate first = form.day("from", from);
            LocalDate last = form.day("until", until);
            boolean leads = Boolean.TRUE.equals(head);
            if (leads && (first != null || last != null)) {
                form.refuse("until", "head", "组长自任命当日起履职，到任命下一位组长为止");
            }
            if (first != null && last != null && !last.isAfter(first)) {
                form.refuse("until", "before", "结束日期须晚于开始日期");
            }
            form.check();
            return new Appointment(who, leads, words, first, last);
        }
    }
}
