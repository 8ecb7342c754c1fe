package io.quanmin.outbox;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the worker every consumer there is. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    @Bean
    DeliveryWorker deliveryWorker(
            ObjectProvider<EventHandler<?>> handlers,
            EventTypes types,
            EventTable events,
            ConsumerTable consumers,
            DeliveryTable deliveries,
            Registering registering,
            Hints hints,
            OutboxSettings settings,
            Clock clock) {
        return new DeliveryWorker(
                handlers.orderedStream().toList(),
                types,
                events,
                consumers,
                deliveries,
                registering,
                hints,
                settings,
                clock);
    }
}
