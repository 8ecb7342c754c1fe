package io.quanmin.wechat.callback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How pushes are taken.
 *
 * @param worker whether this node reads what was kept; one that does not still takes pushes
 * @param maxBody larger ones are refused
 * @param maxAge a push signed longer ago is refused as a replay; absent: none is, for keeping each once is guard enough
 * @param answerBy WeChat hangs up after five seconds and pushes again
 * @param poll how often the inbox is looked into when nobody gave a hint
 * @param batch pushes leased at once
 * @param lease after this a push taken by a node that fell silent is taken by another
 * @param attempts how often a push is tried before it is put aside
 * @param firstPause before the second attempt; doubled each time
 * @param longestPause never longer than this
 * @param keep how long what has been told is kept, so that a push coming again is known
 * @param keepAside how long what could not be told waits for a person; it holds openids, so not for ever
 */
@Validated
@ConfigurationProperties("quanmin.wechat.callback")
record CallbackSettings(
        @DefaultValue("true") boolean worker,
        @DefaultValue("64KB") DataSize maxBody,
        @Nullable Duration maxAge,
        @DefaultValue("4s") Duration answerBy,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("50") @Min(1) @Max(500) int batch,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("8") @Min(1) int attempts,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("30d") Duration keepAside) {

    /** How long to wait after the {@code attempt}th failure, from 1. */
    Duration pause(int attempt) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(20, attempt - 1));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
