package io.quanmin.approval;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notices;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the working group what lies before it and what became of it. */
@Component
class Announcing {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final WorkingGroup group;
    private final Notices notices;
    private final CitySettings city;
    private final Clock clock;

    Announcing(WorkingGroup group, Notices notices, CitySettings city, Clock clock) {
        this.group = group;
        this.notices = notices;
        this.city = city;
        this.clock = clock;
    }

    /** To every member but the proposer. */
    Mono<Void> opened(Proposal proposal) {
        return group.persons()
                .filter(person -> !person.equals(proposal.proposer()))
                .collectList()
                .flatMap(persons -> tell(proposal, persons, "proposal.opened"));
    }

    /** To everybody once it is settled; an approval that is not the last says nothing. */
    Mono<Void> moved(Proposal proposal) {
        return switch (proposal.state()) {
            case OPEN -> Mono.empty();
            case APPROVED -> toAll(proposal, "proposal.approved");
            case DECLINED -> toAll(proposal, "proposal.declined");
            case WITHDRAWN -> toAll(proposal, "proposal.withdrawn");
        };
    }

    private Mono<Void> toAll(Proposal proposal, String template) {
        return group.persons().collectList().flatMap(persons -> tell(proposal, persons, template));
    }

    private Mono<Void> tell(Proposal proposal, List<Id> persons, String template) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("name", proposal.name());
        parameters.put("date", words(proposal.effectiveFrom()));
        if (proposal.number() != null) {
            parameters.put("number", String.valueOf(proposal.number()));
        }
        if (proposal.reason() != null) {
            parameters.put("reason", proposal.reason());
        }
        return told(proposal.id(), persons, template, parameters, "pages/rules/proposal?id=" + proposal.id());
    }

    /** An action was given to somebody. */
    Mono<Void> assigned(Action action) {
        return toOwner(action, "action.assigned");
    }

    /** An action is not done, and its day has passed. */
    Mono<Void> overdue(Action action) {
        return toOwner(action, "action.overdue");
    }

    private Mono<Void> toOwner(Action action, String template) {
        Id owner = action.owner();
        return owner == null
                ? Mono.empty()
                : told(
                        action.id(),
                        List.of(owner),
                        template,
                        Map.of("words", action.words(), "date", action.dueOn().toString()),
                        "pages/rules/group");
    }

    private Mono<Void> told(
            Id subject, List<Id> persons, String template, Map<String, String> parameters, String link) {
        return persons.isEmpty()
                ? Mono.empty()
                : notices.tell(new Notice(
                        subject,
                        new Audience.Persons(persons),
                        template,
                        parameters,
                        link,
                        Notice.Urgency.NORMAL,
                        clock.instant()));
    }

    private String words(Instant at) {
        return DAY.format(at.atZone(city.zone()));
    }
}
