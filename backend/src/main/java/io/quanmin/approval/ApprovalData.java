package io.quanmin.approval;

import io.quanmin.identity.PersonalData;
import io.quanmin.kernel.Id;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the working group's papers keep about a person: the papers stay, an erased person's id goes from them. */
@Component
class ApprovalData implements PersonalData {

    private final PapersTable table;

    ApprovalData(PapersTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "approval";
    }

    @Override
    public Set<String> tables() {
        return PapersTable.COLUMNS.keySet();
    }

    @Override
    public Mono<Object> export(Id person) {
        return table.duties(person).collectList().map(duties -> Map.of("workingGroup", duties));
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
