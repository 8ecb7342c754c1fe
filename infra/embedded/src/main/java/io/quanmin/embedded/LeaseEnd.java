package io.quanmin.embedded;

import io.quanmin.embedded.Servers.Lease;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives an application's servers back when it has closed everything that uses them, or when it failed to start. */
final class LeaseEnd implements ApplicationListener<SpringApplicationEvent> {

    private static final Map<SpringApplication, Lease> LEASES = Collections.synchronizedMap(new IdentityHashMap<>());

    static void remember(SpringApplication application, Lease lease) {
        LEASES.put(application, lease);
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationContextInitializedEvent initialized) {
            end(initialized.getApplicationContext(), event.getSpringApplication());
        } else if (event instanceof ApplicationFailedEvent) {
            end(event.getSpringApplication());
        }
    }

    /** Beans go in the reverse of their registration; this one comes before all others. */
    private static void end(ConfigurableApplicationContext context, SpringApplication application) {
        ((DefaultSingletonBeanRegistry) context.getBeanFactory())
                .registerDisposableBean("embeddedServicesLease", () -> end(application));
    }

    private static void end(SpringApplication application) {
        Lease lease = LEASES.remove(application);
        if (lease != null) {
            lease.close();
        }
    }
}
