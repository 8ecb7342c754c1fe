package io.quanmin.embedded;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationListener;

/** Closes the companions of an application that failed, even before it had a context that could. */
final class ClosedOnFailure implements ApplicationListener<ApplicationFailedEvent> {

    @Override
    public void onApplicationEvent(ApplicationFailedEvent event) {
        List<ClosedLast> companions = new ArrayList<>();
        event.getSpringApplication().getInitializers().forEach(initializer -> {
            if (initializer instanceof ClosedLast companion) {
                companions.add(companion);
            }
        });
        companions.reversed().forEach(ClosedLast::close);
    }
}
