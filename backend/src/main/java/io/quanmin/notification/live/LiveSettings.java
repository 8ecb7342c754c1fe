package io.quanmin.notification.live;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How live connections are kept.
 *
 * @param origins pages of other hosts that may connect, such as {@code https://city.example}; the own host always may
 * @param ticket how long a ticket may be used
 * @param firstFrame how long a socket may take to show its ticket
 * @param look how often this node looks after its connections; while Redis is away also for their news in the database
 * @param repair how often it looks in the database all the same
 * @param ping after so long without a frame one is sent
 * @param silence after so long without a sign of life a socket is closed
 * @param session how often a connection's session is asked for
 * @param perPerson connections of one person on one node; more close the oldest
 */
@Validated
@ConfigurationProperties("quanmin.notification.live")
record LiveSettings(
        @DefaultValue("https://servicewechat.com") Set<String> origins,
        @DefaultValue("30s") Duration ticket,
        @DefaultValue("10s") Duration firstFrame,
        @DefaultValue("3s") Duration look,
        @DefaultValue("30s") Duration repair,
        @DefaultValue("25s") Duration ping,
        @DefaultValue("90s") Duration silence,
        @DefaultValue("5m") Duration session,
        @DefaultValue("8") @Min(1) int perPerson) {}
