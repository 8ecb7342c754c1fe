package io.quanmin.casework;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How casework deals with its neighbours.
 *
 * @param screeningDeadline how long a report waits for the content check of its words; afterwards it is unscreened
 * @param addressDeadline how long it waits for an address where the reporter gave none
 * @param commandsKept how long a repeated {@code Idempotency-Key} is still recognised
 * @param alarmsEvery how often each node looks for alarms that should go off
 * @param emergencyUnit code of the unit told of dangerous cases at once
 */
@ConfigurationProperties("quanmin.casework")
record CaseworkSettings(
        @DefaultValue("1500ms") Duration screeningDeadline,
        @DefaultValue("1s") Duration addressDeadline,
        @DefaultValue("7d") Duration commandsKept,
        @DefaultValue("15s") Duration alarmsEvery,
        @DefaultValue("emergency") String emergencyUnit) {}
