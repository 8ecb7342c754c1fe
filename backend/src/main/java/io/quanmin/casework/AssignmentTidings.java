package io.quanmin.casework;

import io.quanmin.casework.AssignmentTable.Assignment;
import io.quanmin.identity.People;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What officers hear when a task becomes theirs, or ceases to be. Nobody is told what they did themselves. */
@Component
class AssignmentTidings {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final People people;
    private final ZoneId zone;

    AssignmentTidings(People people, CitySettings city) {
        this.people = people;
        this.zone = city.zone();
    }

    Mono<List<Notice>> of(Facts facts, Actor actor, Assignment next, @Nullable Assignment before) {
        return people.names(List.of(actor.person()))
                .map(names -> Optional.ofNullable(names.get(actor.person()))
                        .map(name -> name.name())
                        .orElse("本单位"))
                .map(author -> Stream.of(
                                told(facts, actor, next, author, next.person(), "task.assigned", Notice.Urgency.NORMAL),
                                told(
                                        facts,
                                        actor,
                                        next,
                                        author,
                                        before == null ? null : before.person(),
                                        "task.unassigned",
                                        Notice.Urgency.QUIET))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<Notice> told(
            Facts facts,
            Actor actor,
            Assignment next,
            String author,
            @Nullable Id person,
            String template,
            Notice.Urgency urgency) {
        return Optional.ofNullable(person)
                .filter(told -> !told.equals(actor.person()))
                .map(told -> new Notice(
                        next.caseId(),
                        new Audience.Persons(List.of(told)),
                        template,
                        parameters(facts, next, author),
                        "pages/case/detail?id=" + next.caseId(),
                        urgency,
                        next.at()));
    }

    private Map<String, String> parameters(Facts facts, Assignment next, String author) {
        CaseFile file = facts.subject();
        CasePlace place = file.origin().place();
        Map<String, String> parameters = new HashMap<>();
        parameters.put("number", file.number());
        parameters.put("type", facts.type().name());
        parameters.put("place", place.address().isEmpty() ? place.areaName() : place.address());
        parameters.put("author", author);
        parameters.put("time", TIME.format(next.at().atZone(zone)));
        Instant due =
                facts.task(next.unit()).map(ChildTask::dueAt).orElse(file.now().dueAt());
        if (due != null) {
            parameters.put("due", TIME.format(due.atZone(zone)));
        }
        return Map.copyOf(parameters);
    }
}
