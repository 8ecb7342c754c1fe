package io.quanmin.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often things may be done.
 *
 * @param limits by what is counted; the defaults below stand where nothing is set
 */
@Validated
@ConfigurationProperties("quanmin.identity")
record LimitSettings(@DefaultValue Map<RateLimits.Kind, @Valid Given> limits) {

    private static final Map<RateLimits.Kind, Limit> DEFAULTS = Map.of(
            RateLimits.Kind.LOGIN, new Limit(1_200, Duration.ofMinutes(1)),
            RateLimits.Kind.DESK_LOGIN, new Limit(60, Duration.ofMinutes(1)),
            RateLimits.Kind.BIND, new Limit(5, Duration.ofMinutes(10)),
            RateLimits.Kind.WECHAT, new Limit(10, Duration.ofMinutes(10)),
            RateLimits.Kind.EXPORT, new Limit(5, Duration.ofHours(1)),
            RateLimits.Kind.REPORT, new Limit(30, Duration.ofHours(1)),
            RateLimits.Kind.ON_BEHALF, new Limit(240, Duration.ofHours(1)),
            RateLimits.Kind.UPLOAD, new Limit(300, Duration.ofHours(1)),
            RateLimits.Kind.SUGGEST, new Limit(120, Duration.ofMinutes(10)));

    Limit of(RateLimits.Kind kind) {
        Limit usual = Objects.requireNonNull(DEFAULTS.get(kind));
        Given given = limits.get(kind);
        return given == null ? usual : given.over(usual);
    }

    /** A limit as it is set: what is left out stays as usual. */
    record Given(@Min(1) @Nullable Integer times, @Nullable Duration per) {

        private Limit over(Limit usual) {
            return new Limit(times == null ? usual.times() : times, per == null ? usual.per() : per);
        }
    }

    /**
     * So many in so long, all at once or spread.
     *
     * @param times how many
     * @param per in how long
     */
    record Limit(int times, Duration per) {

        /** Milliseconds in which one more comes free; at least one. */
        long gap() {
            return Math.max(1, per.toMillis() / times);
        }
    }
}
