package io.quanmin.casework;

import io.quanmin.kernel.Anyone;
import io.quanmin.kernel.InvalidFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How the city's units did, open to everybody. */
@RestController
@RequestMapping(path = "/api/v1/rates", produces = MediaType.APPLICATION_JSON_VALUE)
class RatesEndpoint {

    private static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Counting counting;

    RatesEndpoint(Counting counting) {
        this.counting = counting;
    }

    /** Response, closing, on-time closing, resolution, satisfaction and rework in a month, of the city and of each unit. */
    @Anyone
    @GetMapping
    Mono<ResponseEntity<RatesView>> rates(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String area) {
        return counting.rates(month(month), area == null || area.isBlank() ? null : area)
                .map(view -> ResponseEntity.ok().cacheControl(BRIEFLY).body(view));
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : YearMonth.parse(text);
        } catch (DateTimeException notAMonth) {
            throw new InvalidFields("month", "not-a-month", "月份的写法是 2026-11");
        }
    }
}
