package io.quanmin.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@OutboxTest
class DeadLetterTests {

    @Autowired
    private Post post;

    @Autowired
    private DeadLetterEndpoint endpoint;

    @Autowired
    private EventTable events;

    @Autowired
    private DeadLetterTable letters;

    @Autowired
    private OutboxSettings settings;

    private final AtomicBoolean broken = new AtomicBoolean(true);

    @AfterEach
    void end() {
        post.endAll();
    }

    @Test
    void aDeadLetterIsListedAndOnceRequeuedTakenByItsConsumer() {
        Listener inbox = listener();
        Id subject = post.subjects(1).getFirst();
        post.tell(subject, 1);
        await().until(() -> page().items().size() == 1);
        DeadLetter letter = page().items().getFirst();
        assertThat(letter)
                .returns("test.inbox", DeadLetter::consumer)
                .returns("test.happened", DeadLetter::event)
                .returns(subject, DeadLetter::subject)
                .returns(3, DeadLetter::attempts);
        assertThat(letter.error()).contains("broken");
        broken.set(false);
        endpoint.requeue(letter.id().toString()).block();
        await().until(() -> inbox.count() == 1);
        assertThat(page().items()).isEmpty();
    }

    @Test
    void deadLettersArePagedNewestFirst() {
        assertThat(listener().count()).isZero();
        post.subjects(5).forEach(subject -> post.tell(subject, 1));
        await().until(() -> page().items().size() == 5);
        Page<DeadLetter> first = Post.get(endpoint.newest(null, 3));
        assertThat(first.items()).hasSize(3);
        Page<DeadLetter> second = Post.get(endpoint.newest(first.next(), 3));
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
    }

    @Test
    void anUnknownLetterIsNotFoundAndAMadeUpPageIsRefused() {
        String unknown = post.subjects(1).getFirst().toString();
        assertThatThrownBy(() -> endpoint.requeue(unknown).block()).isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> endpoint.requeue("x").block()).isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> endpoint.newest("x", 3)).isInstanceOf(InvalidFields.class);
    }

    @Test
    void whatEverybodyHasHadIsPrunedAndWhatIsStillToBeReadIsKept() {
        Listener inbox = listener();
        broken.set(false);
        post.tell(post.subjects(1).getFirst(), 2);
        await().until(() -> inbox.count() == 2);
        await().until(() -> post.count("select count(*) from outbox.delivery") == 0);
        broken.set(true);
        post.tell(post.subjects(1).getFirst(), 1);
        await().until(() -> page().items().size() == 1);
        Instant later = Instant.now().plus(Duration.ofDays(1));
        assertThat(events.prune(later, 100).block()).isEqualTo(2);
        assertThat(post.count("select count(*) from outbox.event")).isEqualTo(1);
    }

    @Test
    void aLetterNobodyAskedForInHalfAYearIsGivenUpAndItsEventWithIt() {
        assertThat(listener().count()).isZero();
        post.tell(post.subjects(1).getFirst(), 1);
        await().until(() -> page().items().size() == 1);
        Instant later = Instant.now().plus(Duration.ofDays(400));
        assertThat(events.prune(later, 100).block()).isZero();
        assertThat(rounds(Duration.ofDays(179))).isZero();
        assertThat(page().items()).hasSize(1);
        assertThat(rounds(Duration.ofDays(181))).isEqualTo(1);
        assertThat(page().items()).isEmpty();
        assertThat(events.prune(later, 100).block()).isEqualTo(1);
    }

    private long rounds(Duration hence) {
        return Post.get(new OldLetters(letters, settings, Clock.offset(Clock.systemUTC(), hence)).round());
    }

    private Listener listener() {
        Listener inbox = new Listener(
                "test.inbox",
                delivery -> broken.get() ? Mono.error(new IllegalStateException("broken")) : Mono.empty());
        post.start(inbox);
        await().until(() -> post.knows("test.inbox"));
        return inbox;
    }

    private Page<DeadLetter> page() {
        return Post.get(endpoint.newest(null, 20));
    }
}
