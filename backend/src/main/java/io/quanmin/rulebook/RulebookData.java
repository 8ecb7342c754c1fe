package io.quanmin.rulebook;

import io.quanmin.identity.PersonalData;
import io.quanmin.kernel.Id;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the rulebook keeps about a person: that they wrote on a draft. The draft stays without them. */
@Component
class RulebookData implements PersonalData {

    private final WriterTable table;

    RulebookData(WriterTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "rulebook";
    }

    @Override
    public Set<String> tables() {
        return Set.of("rulebook.draft", "rulebook.draft_editor");
    }

    @Override
    public Mono<Object> export(Id person) {
        return table.drafts(person).collectList().map(names -> Map.of("drafts", names));
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
