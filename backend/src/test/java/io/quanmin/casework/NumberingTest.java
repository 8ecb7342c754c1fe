package io.quanmin.casework;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** The numbers people call cases by. */
@CaseworkTest
final class NumberingTest {

    private static final Instant A_DAY = Instant.parse("2031-03-05T02:00:00Z");

    @Autowired
    private Numbering numbering;

    @Test
    void manyMoreReportsAtOnceThanABlockHoldsEachGetANumberOfTheirOwn() {
        List<String> numbers = many(500, "990102");

        assertThat(numbers)
                .hasSize(500)
                .doesNotHaveDuplicates()
                .allMatch(number -> number.startsWith("990102-20310305-"));
    }

    @Test
    void eachDistrictCountsForItself() {
        assertThat(many(3, "990103"))
                .containsExactlyInAnyOrder("990103-20310305-0001", "990103-20310305-0002", "990103-20310305-0003");
    }

    private List<String> many(int count, String district) {
        return now(Flux.range(0, count)
                .flatMap(nth -> numbering.next(district, A_DAY), count)
                .collectList());
    }
}
