package io.quanmin.trail;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param kept how long the record is kept; 180 days or more */
@Validated
@ConfigurationProperties("quanmin.trail")
record TrailSettings(@DefaultValue("1095d") Duration kept) {

    private static final Duration LEAST = Duration.ofDays(180);

    @AssertTrue(message = "must be 180 days or more")
    boolean isLongEnough() {
        return kept.compareTo(LEAST) >= 0;
    }
}
