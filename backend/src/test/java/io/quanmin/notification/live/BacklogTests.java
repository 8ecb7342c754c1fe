package io.quanmin.notification.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.notice.Notice.Urgency;
import io.quanmin.notification.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacklogTests {

    private static final int PAGE = 5;

    private final Backlog backlog = new Backlog();
    private final List<Long> received = new ArrayList<>();
    private long end;

    /** Hints are lost, doubled, late and shuffled; the client reads when it likes; a look at the database comes at last. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 20261123})
    void howeverHintsComeEachItemIsSentOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        long after = random.nextInt(20);
        end = after + random.nextInt(30);
        List<Long> late = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            switch (random.nextInt(6)) {
                case 0 -> end++;
                case 1 -> late.add(++end);
                case 2 -> offer(++end);
                case 3 -> offer(late.isEmpty() ? end : late.get(random.nextInt(late.size())));
                case 4 -> work(random.nextInt(8));
                default -> begin(after, i);
            }
        }
        begin(after, 50);
        assertThat(backlog.reaches(end)).isEqualTo(after + received.size() < end);
        work(Integer.MAX_VALUE);
        assertThat(received)
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(after + 1, end).boxed().toList());
    }

    private boolean begun;

    private void begin(long after, int step) {
        if (!begun && step >= 50) {
            begun = true;
            backlog.begin(after, end);
        }
    }

    private void offer(long cursor) {
        if (cursor > 0) {
            backlog.offer(new Item(cursor, "", "", "", Instant.EPOCH, false, Urgency.QUIET));
        }
    }

    private void work(int steps) {
        for (int i = 0; i < steps && backlog.goesOn(); i++) {
            switch (backlog.next()) {
                case Backlog.Step.Send send -> send(send.item().cursor());
                case Backlog.Step.Read read -> read(read.after());
                case Backlog.Step.Rest rest -> {
                    return;
                }
            }
        }
    }

    private void read(long after) {
        long last = Math.min(end, after + PAGE);
        backlog.read(last == after + PAGE);
        LongStream.rangeClosed(after + 1, last).forEach(this::send);
    }

    private void send(long cursor) {
        received.add(cursor);
        backlog.sent(cursor);
    }
}
