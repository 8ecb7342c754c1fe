package io.quanmin.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Id;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@OutboxTest
class DeliveryTests {

    @Autowired
    private Post post;

    @AfterEach
    void end() {
        post.endAll();
    }

    @Test
    void whatHappensReachesEveryConsumerOnceAndInOrder() {
        Listener inbox = new Listener("test.inbox");
        Listener points = new Listener("test.points");
        post.start(inbox, points);
        await().until(() -> post.knows("test.points"));
        List<Id> subjects = post.subjects(5);
        subjects.forEach(subject -> post.tell(subject, 10));
        await().until(() -> inbox.count() + points.count() == 100);
        for (Id subject : subjects) {
            assertThat(inbox.of(subject)).isEqualTo(oneTo(10));
            assertThat(points.of(subject)).isEqualTo(oneTo(10));
        }
        await().until(() -> post.count("select count(*) from outbox.delivery") == 0);
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        Listener inbox = new Listener("test.inbox");
        post.start(inbox);
        await().until(() -> post.knows("test.inbox"));
        Id subject = post.subjects(1).getFirst();
        post.add(subject, 1)
                .then(Mono.error(new IllegalStateException("it did not happen after all")))
                .as(post.transaction()::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("it did not happen after all");
        post.tell(subject, 3);
        await().until(() -> inbox.count() >= 3);
        assertThat(inbox.of(subject)).isEqualTo(oneTo(3));
        assertThat(post.count("select count(*) from outbox.event")).isEqualTo(3);
    }

    @Test
    void aPoisonedEventHoldsUpItsOwnSubjectUntilItIsADeadLetterAndNobodyElse() {
        List<Id> subjects = post.subjects(20);
        Id ill = subjects.getFirst();
        Listener inbox = new Listener(
                "test.inbox",
                delivery -> delivery.subject().equals(ill) && delivery.event().nth() == 1
                        ? Mono.error(new IllegalStateException("poison"))
                        : Mono.empty());
        DeliveryWorker patient = post.node(Post.settings(8), inbox);
        await().until(() -> post.knows("test.inbox"));
        subjects.forEach(subject -> post.tell(subject, 3));
        await().until(() -> inbox.count() == 19 * 3 + 2);
        assertThat(patient.isRunning()).isTrue();
        assertThat(inbox.of(ill)).containsExactly(2, 3);
        assertThat(post.count("select attempts from outbox.dead_letter")).isEqualTo(8);
        assertThat(post.count("select count(*) from outbox.event e join outbox.dead_letter l on e.id = l.event"
                        + " where (payload->>'nth')::int = 1 and l.error like '%poison'"))
                .isEqualTo(1);
    }

    @Test
    void aConsumerThatNeverAnswersIsCutOffAndTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        Listener slow =
                new Listener("test.slow", delivery -> attempts.incrementAndGet() == 1 ? Mono.never() : Mono.empty());
        post.start(slow);
        await().until(() -> post.knows("test.slow"));
        Id subject = post.subjects(1).getFirst();
        post.tell(subject, 2);
        await().until(() -> slow.count() == 2);
        assertThat(slow.of(subject)).containsExactly(1, 2);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void whatComesTooEarlyComesAgainHoweverOften() {
        AtomicInteger attempts = new AtomicInteger();
        Listener early = new Listener(
                "test.early",
                delivery -> attempts.incrementAndGet() < 10
                        ? Mono.error(new NotYet(Duration.ofMillis(5)))
                        : Mono.fromRunnable(() -> assertThat(delivery.attempt()).isEqualTo(1)));
        post.start(early);
        await().until(() -> post.knows("test.early"));
        post.tell(post.subjects(1).getFirst(), 1);
        await().until(() -> early.count() == 1);
        assertThat(attempts).hasValue(10);
        assertThat(post.count("select count(*) from outbox.dead_letter")).isZero();
    }

    @Test
    void anEventThatCannotBeReadBecomesADeadLetterToo() {
        Listener inbox = new Listener("test.inbox");
        post.start(inbox);
        await().until(() -> post.knows("test.inbox"));
        post.run("insert into outbox.event (district, id, name, subject, payload, at) values"
                + " ('990102', gen_random_uuid(), 'test.happened', gen_random_uuid(), '{\"nth\":\"many\"}', now())");
        await().until(() -> post.count("select count(*) from outbox.dead_letter") == 1);
        assertThat(inbox.count()).isZero();
    }

    @Test
    void anEventNobodyKnowsYetIsKeptForANewerNode() {
        post.run("insert into outbox.consumer values ('test.newer', 'test.of-tomorrow', now(), now())");
        post.run("insert into outbox.event (district, id, name, subject, payload, at) values"
                + " ('990102', gen_random_uuid(), 'test.of-tomorrow', gen_random_uuid(), '{}', now())");
        post.start(new Listener("test.inbox"));
        await().until(() -> post.count("select count(*) from outbox.delivery where consumer = 'test.newer'") == 1);
    }

    @Test
    void aConsumerAddedWhileAnOlderNodeRunsMissesNothing() {
        Listener older = new Listener("test.older");
        post.start(older);
        await().until(() -> post.knows("test.older"));
        Listener newer = new Listener("test.newer");
        DeliveryWorker newerNode = post.node(Post.SETTINGS, newer);
        await().until(() -> post.knows("test.newer"));
        newerNode.kill();
        Id subject = post.subjects(1).getFirst();
        post.tell(subject, 5);
        await().until(() -> older.count() == 5);
        post.start(newer);
        await().until(() -> newer.count() == 5);
        assertThat(newer.of(subject)).isEqualTo(oneTo(5));
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
