package io.quanmin.suggestion;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of a node suggesting may take.
 *
 * @param workers threads that read texts
 * @param waiting texts that may wait for them; one more gets no suggestion
 * @param patience how long a text may wait for its suggestion
 * @param lookEvery how often a node looks whether it is time to learn
 * @param lesson how long learning may take, after which another node may take it over
 */
@Validated
@ConfigurationProperties("quanmin.suggestion")
record SuggestionSettings(
        @DefaultValue("2") @Positive int workers,
        @DefaultValue("200") @Positive int waiting,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("15s") Duration lookEvery,
        @DefaultValue("10m") Duration lesson) {}
