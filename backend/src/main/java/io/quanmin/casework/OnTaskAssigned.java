package io.quanmin.casework;

import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets the desks know that a task was given to somebody, or taken back. */
@Component
final class OnTaskAssigned implements EventHandler<CaseEvent.Assigned> {

    private final DeskTable table;
    private final CaseChanges changes;

    OnTaskAssigned(DeskTable table, CaseChanges changes) {
        this.table = table;
        this.changes = changes;
    }

    @Override
    public String consumer() {
        return "casework.desk-assigned";
    }

    @Override
    public Class<CaseEvent.Assigned> event() {
        return CaseEvent.Assigned.class;
    }

    @Override
    public Mono<Void> handle(Delivery<CaseEvent.Assigned> delivery) {
        CaseEvent.Assigned given = delivery.event();
        return table.units(given.caseId())
                .collectList()
                .map(units -> new CaseChange(
                        given.caseId(), given.version(), "assign", given.stage(), given.area(), units, given.at()))
                .flatMap(changes::tell);
    }
}
