package io.quanmin.casework;

import io.quanmin.outbox.Delivery;
import io.quanmin.outbox.EventHandler;
import io.quanmin.volunteer.VolunteerEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who leaves takes their name from what they answered; the answers stay. */
@Component
final class OnVolunteerLeft implements EventHandler<VolunteerEvent.Left> {

    private final AskPersonTable table;

    OnVolunteerLeft(AskPersonTable table) {
        this.table = table;
    }

    @Override
    public String consumer() {
        return "casework.volunteer-left";
    }

    @Override
    public Class<VolunteerEvent.Left> event() {
        return VolunteerEvent.Left.class;
    }

    @Override
    public Mono<Void> handle(Delivery<VolunteerEvent.Left> delivery) {
        return table.erase(delivery.event().person());
    }
}
