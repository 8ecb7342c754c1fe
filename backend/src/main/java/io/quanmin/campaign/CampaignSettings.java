package io.quanmin.campaign;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How publicity is served.
 *
 * @param feedKept how long a node gives out a page of the feed from memory: another node's withdrawal shows here after that
 * @param screeningDeadline how long the editor waits for the content check of an article
 */
@ConfigurationProperties("quanmin.campaign")
record CampaignSettings(
        @DefaultValue("2s") Duration feedKept,
        @DefaultValue("5s") Duration screeningDeadline) {}
