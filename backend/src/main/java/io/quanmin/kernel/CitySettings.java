package io.quanmin.kernel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which city this is.
 *
 * @param code six digits of the city's division (GB/T 2260); people and what lies outside every district are kept under it
 * @param zone the city's wall clock, for working time and for what people read
 */
@Validated
@ConfigurationProperties("quanmin.city")
public record CitySettings(
        @DefaultValue("990100") @Pattern(regexp = "\\d{6}") String code,
        @DefaultValue("云溪市") @NotBlank String name,
        @DefaultValue("Asia/Shanghai") ZoneId zone) {}
