package io.quanmin.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much patience there is with Redis, which is only a cache here.
 *
 * @param deadline an answer later than this is no answer
 * @param pause after no answer nobody asks for so long, then one caller tries
 */
@ConfigurationProperties("quanmin.identity.redis")
record GuardSettings(
        @DefaultValue("200ms") Duration deadline,
        @DefaultValue("2s") Duration pause) {}
