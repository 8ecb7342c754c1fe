package io.quanmin.casework;

import io.quanmin.identity.PersonalData;
import io.quanmin.kernel.Id;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What casework keeps of what volunteers were asked. Answers stay without the person. */
@Component
class AskData implements PersonalData {

    private final AskPersonTable table;

    AskData(AskPersonTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "asks";
    }

    @Override
    public Set<String> tables() {
        return Set.of("casework.ask");
    }

    @Override
    public Mono<Object> export(Id person) {
        return table.of(person).collectList().map(asks -> asks);
    }

    @Override
    public Mono<Void> erase(Id person) {
        return table.erase(person);
    }

    @Override
    public Mono<Void> merge(Id person, Id into) {
        return table.handOver(person, into);
    }
}
