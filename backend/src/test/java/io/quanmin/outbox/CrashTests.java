package io.quanmin.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Id;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@OutboxTest
class CrashTests {

    @Autowired
    private Post post;

    @AfterEach
    void end() {
        post.endAll();
    }

    @Test
    void whatAKilledWorkerHeldIsDeliveredByAnotherAndNothingIsLost() throws InterruptedException {
        CountDownLatch midway = new CountDownLatch(10);
        Listener victim = new Listener("test.inbox", delivery -> {
            midway.countDown();
            return midway.getCount() > 3 ? Mono.empty() : Mono.never();
        });
        DeliveryWorker dying = post.node(Post.SETTINGS, victim);
        await().until(() -> post.knows("test.inbox"));
        List<Id> subjects = post.subjects(40);
        subjects.forEach(subject -> post.tell(subject, 2));
        assertThat(midway.await(10, TimeUnit.SECONDS)).isTrue();
        dying.kill();
        assertThat(post.count("select count(*) from outbox.delivery where holder is not null"))
                .isPositive();
        Listener heir = new Listener("test.inbox");
        post.start(heir);
        await().until(() -> post.count("select count(*) from outbox.delivery") == 0);
        for (Id subject : subjects) {
            HashSet<Integer> taken = new HashSet<>(victim.of(subject));
            taken.addAll(heir.of(subject));
            assertThat(taken).containsExactlyInAnyOrder(1, 2);
            assertThat(heir.of(subject)).isSorted();
        }
    }

    @Test
    void aWorkerThatStopsFinishesWhatIsInHandAndGivesTheRestBack() throws InterruptedException {
        CountDownLatch inHand = new CountDownLatch(8);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Listener inbox = new Listener("test.inbox", delivery -> {
            inHand.countDown();
            return Mono.fromCallable(() -> mayEnd.await(10, TimeUnit.SECONDS))
                    .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic())
                    .then();
        });
        OutboxSettings unhurried = Post.settings(3);
        DeliveryWorker stopping = post.node(unhurried, inbox);
        await().until(() -> post.knows("test.inbox"));
        post.subjects(16).forEach(subject -> post.tell(subject, 1));
        assertThat(inHand.await(10, TimeUnit.SECONDS)).isTrue();
        CountDownLatch stopped = new CountDownLatch(1);
        stopping.stop(stopped::countDown);
        mayEnd.countDown();
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(post.count("select count(*) from outbox.delivery where holder is not null"))
                .isZero();
        assertThat(post.count("select count(*) from outbox.delivery where attempts > 0"))
                .isZero();
        assertThat(post.count("select count(*) from outbox.event") - inbox.count())
                .isEqualTo(post.count("select count(*) from outbox.event e where not fanned_out"
                        + " or exists (select 1 from outbox.delivery d where d.event = e.id)"));
    }

    @Test
    void aWorkerThatWasStoppedCanBeStartedAgain() {
        Listener inbox = new Listener("test.inbox");
        DeliveryWorker worker = post.node(Post.SETTINGS, inbox);
        await().until(() -> post.knows("test.inbox"));
        CountDownLatch stopped = new CountDownLatch(1);
        worker.stop(stopped::countDown);
        await().until(() -> stopped.getCount() == 0);
        Id subject = post.subjects(1).getFirst();
        post.tell(subject, 3);
        worker.start();
        await().until(() -> inbox.count() == 3);
        assertThat(inbox.of(subject)).containsExactly(1, 2, 3);
    }

    @Test
    void anEventOnWhichEveryNodeDiesIsGivenUpAtLast() {
        AtomicInteger begun = new AtomicInteger();
        Listener deadly = new Listener("test.deadly", delivery -> {
            begun.incrementAndGet();
            return Mono.never();
        });
        post.start(deadly);
        await().until(() -> post.knows("test.deadly"));
        post.tell(post.subjects(1).getFirst(), 1);
        await().until(() -> post.count("select count(*) from outbox.dead_letter") == 1);
        assertThat(begun).hasValue(Post.SETTINGS.attempts());
        assertThat(IntStream.range(0, begun.get())).hasSize(3);
    }
}
