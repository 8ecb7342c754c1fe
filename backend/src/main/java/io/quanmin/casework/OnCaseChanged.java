package io.quanmin.casework;

import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets the desks know that a case moved. */
@Component
final class OnCaseChanged implements EventHandler<CaseEvent.Stepped> {

    private final DeskTable table;
    private final CaseChanges changes;

    OnCaseChanged(DeskTable table, CaseChanges changes) {
        this.table = table;
        this.changes = changes;
    }

    @Override
    public String consumer() {
        return "casework.desk";
    }

    @Override
    public Class<CaseEvent.Stepped> event() {
        return CaseEvent.Stepped.class;
    }

    @Override
    public Mono<Void> handle(Delivery<CaseEvent.Stepped> delivery) {
        CaseEvent.Stepped moved = delivery.event();
        return table.units(moved.caseId())
                .collectList()
                .map(units -> new CaseChange(
                        moved.caseId(), moved.version(), moved.step(), moved.to(), moved.area(), units, moved.at()))
                .flatMap(changes::tell);
    }
}
