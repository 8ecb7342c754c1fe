package io.quanmin.casework;

import io.quanmin.identity.People;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import io.quanmin.suggestion.Hints;
import io.quanmin.suggestion.Suggestions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A report gets a suggestion, and what people decide is compared with it. */
@Component
final class OnSteppedForSuggestions implements EventHandler<CaseEvent.Stepped> {

    private final CaseTable cases;
    private final People people;
    private final Suggestions suggestions;

    OnSteppedForSuggestions(CaseTable cases, People people, Suggestions suggestions) {
        this.cases = cases;
        this.people = people;
        this.suggestions = suggestions;
    }

    @Override
    public String consumer() {
        return "casework.suggestions";
    }

    @Override
    public Class<CaseEvent.Stepped> event() {
        return CaseEvent.Stepped.class;
    }

    @Override
    public Mono<Void> handle(Delivery<CaseEvent.Stepped> delivery) {
        CaseEvent.Stepped stepped = delivery.event();
        return switch (stepped.step()) {
            case "report" -> hints(stepped).flatMap(hints -> suggestions.offer(stepped.caseId(), hints));
            case "accept" ->
                hints(stepped).flatMap(hints -> suggestions.decided(stepped.caseId(), hints, stepped.type()));
            case "finish" -> unit(stepped.caseId()).flatMap(unit -> suggestions.handled(stepped.caseId(), unit));
            default -> Mono.empty();
        };
    }

    private Mono<Hints> hints(CaseEvent.Stepped stepped) {
        return cases.find(stepped.caseId())
                .map(file -> new Hints(
                        file.now().description(), stepped.area(), file.origin().at()));
    }

    private Mono<String> unit(Id caseId) {
        return Mono.zip(cases.find(caseId), people.units())
                .flatMap(read -> Mono.justOrEmpty(read.getT2().stream()
                        .filter(unit -> unit.id().equals(read.getT1().now().unit()))
                        .map(Unit::code)
                        .findFirst()));
    }
}
