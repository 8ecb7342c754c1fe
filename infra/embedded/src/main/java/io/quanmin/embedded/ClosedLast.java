package io.quanmin.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Something that runs from before an application's context is made. It is closed when the context has closed everything
 * that uses it, or when the application fails to start: threads of its own would keep the process alive.
 */
public final class ClosedLast implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedLast.class);

    private final AutoCloseable companion;
    private boolean closed;

    private ClosedLast(AutoCloseable companion) {
        this.companion = companion;
    }

    /** Closes it, once, with the application; what is given first is closed last. */
    public static void by(SpringApplication application, AutoCloseable companion) {
        application.addInitializers(new ClosedLast(companion));
    }

    /** Beans go in the reverse of their registration; this one comes before all that are declared. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ((DefaultSingletonBeanRegistry) context.getBeanFactory())
                .registerDisposableBean(companion.getClass().getName() + "ClosedLast", this::close);
    }

    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            companion.close();
        } catch (Exception e) {
            LOG.warn("{} was not closed in order", companion, e);
        }
    }
}
