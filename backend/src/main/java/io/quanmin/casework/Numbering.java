package io.quanmin.casework;

import io.quanmin.kernel.CitySettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives cases the numbers people call them by, such as {@code 990102-20261123-0007}: district, day in the city, count.
 *
 * <p>Each node takes numbers in small blocks and gives them out from memory: reports of a district do not queue for one row,
 * and no transaction of a report holds the counter. Numbers are therefore unique but neither without gaps nor in strict order;
 * what is left of a block when a node stops or the day ends is not used.
 */
@Component
class Numbering {

    private static final int BLOCK = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final NumberTable table;
    private final CitySettings city;
    private final Map<Counter, Block> blocks = new ConcurrentHashMap<>();
    private final Map<Counter, Mono<Block>> refills = new ConcurrentHashMap<>();

    Numbering(NumberTable table, CitySettings city) {
        this.table = table;
        this.city = city;
    }

    /** The next number of a district, on the day it is there. */
    Mono<String> next(String district, Instant at) {
        Counter counter = new Counter(district, LocalDate.ofInstant(at, city.zone()));
        return next(counter).map(count -> "%s-%s-%04d".formatted(counter.district(), DAY.format(counter.day()), count));
    }

    private Mono<Integer> next(Counter counter) {
        return Mono.defer(() -> {
            OptionalInt number = blocks.getOrDefault(counter, Block.SPENT).take();
            return number.isPresent()
                    ? Mono.just(number.getAsInt())
                    : refill(counter).then(next(counter));
        });
    }

    /** All who find a block spent share one refill; it is over before they go on, so that who still finds none asks again. */
    private Mono<Block> refill(Counter counter) {
        return refills.computeIfAbsent(
                counter,
                key -> table.take(key.district(), key.day(), BLOCK)
                        .map(last -> new Block(last - BLOCK + 1, last))
                        .doOnNext(block -> keep(key, block))
                        .doOnTerminate(() -> refills.remove(key))
                        .cache());
    }

    private void keep(Counter counter, Block block) {
        blocks.keySet().removeIf(old -> old.day().isBefore(counter.day().minusDays(1)));
        blocks.put(counter, block);
    }

    private record Counter(String district, LocalDate day) {}
}
