package io.quanmin.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@OutboxTest
class OrderTests {

    private static final int TRANSACTIONS = 300;

    @Autowired
    private Post post;

    @Autowired
    private ConnectionFactory connections;

    @BeforeEach
    void begin() {
        post.run("create table if not exists public.thing (id uuid primary key, times int not null)");
        post.run("create table if not exists public.noise (id bigint generated always as identity, at timestamptz)");
    }

    @AfterEach
    void end() {
        post.endAll();
        post.run("drop table public.thing, public.noise");
    }

    /**
     * Transactions change things under row locks as cases are changed, in random interleavings. Some write elsewhere first, so
     * that their numbers are older than their change; some wait before committing; two nodes deliver, one of them failing now
     * and then.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 42})
    void everySubjectsEventsAreTakenInTheOrderInWhichTheyHappened(long seed) {
        Random random = new Random(seed);
        Listener moody = new Listener(
                "test.moody",
                delivery -> random.nextInt(20) == 0 && delivery.attempt() < 3
                        ? Mono.error(new IllegalStateException("not in the mood"))
                        : Mono.delay(Duration.ofMillis(random.nextInt(3))).then());
        DeliveryWorker one = post.node(Post.settings(20), moody);
        DeliveryWorker other = post.node(Post.settings(20), moody);
        await().until(() -> post.knows("test.moody"));
        List<Id> subjects = post.subjects(7);
        subjects.forEach(id -> post.run("insert into public.thing values ('%s', 0)".formatted(id.value())));
        Flux.range(0, TRANSACTIONS)
                .flatMap(nth -> change(subjects.get(random.nextInt(7)), random.nextInt(8)), 8)
                .blockLast();
        await().atMost(Duration.ofSeconds(60)).until(() -> moody.count() >= TRANSACTIONS);
        assertThat(one.isRunning() && other.isRunning()).isTrue();
        for (Id subject : subjects) {
            assertThat(moody.of(subject)).as("seed %d", seed).isEqualTo(oneTo(times(subject)));
        }
    }

    private Mono<Void> change(Id subject, int mood) {
        Mono<Void> noise = mood < 4
                ? post.database()
                        .sql("insert into public.noise (at) values (now())")
                        .then()
                : Mono.empty();
        Mono<Integer> nth = post.database()
                .sql("update public.thing set times = times + 1 where id = :id returning times")
                .bind("id", subject.value())
                .mapValue(Integer.class)
                .one();
        return noise.then(Mono.delay(Duration.ofMillis(mood)))
                .then(nth)
                .flatMap(times -> post.add(subject, times))
                .then(Mono.delay(Duration.ofMillis(mood)))
                .then()
                .as(post.transaction()::transactional);
    }

    @Test
    void whatAnOlderTransactionIsStillAboutToCommitComesFirst() {
        Listener inbox = new Listener("test.inbox");
        post.start(inbox);
        await().until(() -> post.knows("test.inbox"));
        Id subject = post.subjects(1).getFirst();
        Mono<Void> later = Mono.defer(() -> Mono.fromRunnable(() -> post.tell(subject, 1))
                .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic())
                .then());
        post.add(subject, 100)
                .then(later)
                .then(Mono.delay(Duration.ofMillis(500)))
                .then()
                .as(post.transaction()::transactional)
                .block();
        await().until(() -> inbox.count() == 2);
        assertThat(inbox.of(subject)).containsExactly(100, 1);
    }

    @Test
    void aTransactionThatNeverEndsDelaysNewsByNoMoreThanThePatience() {
        Listener inbox = new Listener("test.inbox");
        post.start(inbox);
        await().until(() -> post.knows("test.inbox"));
        Connection endless = Post.get(Mono.from(connections.create()));
        try {
            Mono.from(endless.beginTransaction()).block();
            assertThat(write(endless)).isEqualTo(1);
            Id subject = post.subjects(1).getFirst();
            post.tell(subject, 3);
            await().atMost(Duration.ofSeconds(30)).until(() -> inbox.count() == 3);
            assertThat(inbox.of(subject)).containsExactly(1, 2, 3);
        } finally {
            Mono.from(endless.rollbackTransaction())
                    .then(Mono.from(endless.close()))
                    .block();
        }
    }

    private static long write(Connection connection) {
        return Post.get(Flux.from(connection
                        .createStatement("insert into public.noise (at) values (now())")
                        .execute())
                .flatMap(result -> result.getRowsUpdated(), 1)
                .next());
    }

    private int times(Id subject) {
        return (int) post.count("select times from public.thing where id = '%s'".formatted(subject.value()));
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
