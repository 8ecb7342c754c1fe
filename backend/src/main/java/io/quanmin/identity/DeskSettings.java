package io.quanmin.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Logging in with a password.
 *
 * @param attempts so many wrong passwords lock a login
 * @param lock for so long; an attempt that failed longer ago than this is forgotten
 * @param bindCode how long a bind code is valid
 * @param serviceCode how long a code that links the service account is valid
 * @param hashers how many passwords are checked at the same time; each takes 16 MB and a core
 * @param waiting how many may wait for that before further ones are turned away
 */
@Validated
@ConfigurationProperties("quanmin.identity.desk")
record DeskSettings(
        @DefaultValue("5") @Min(1) int attempts,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("24h") Duration bindCode,
        @DefaultValue("1h") Duration serviceCode,
        @DefaultValue("2") @Min(1) @Max(64) int hashers,
        @DefaultValue("100") @Min(1) int waiting) {}
