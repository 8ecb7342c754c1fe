package io.quanmin.notification.live;

import io.quanmin.kernel.Id;
import io.quanmin.notification.Item;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One live connection of a person. Everything about it may be called from any thread. */
final class Connection {

    private final Id person;
    private final Id session;
    private final boolean speaks;
    private final Backlog backlog = new Backlog();
    private final Wake wake = new Wake();
    private final Sinks.One<Ending> ended = Sinks.one();
    private final AtomicReference<@Nullable Frame> headline = new AtomicReference<>();
    private volatile boolean pingDue;
    private volatile Instant sentAt;
    private volatile Instant heardAt;
    private volatile Instant checkedAt;

    /**
     * A connection just opened.
     *
     * @param speaks whether its client can give a sign of life
     */
    Connection(Id person, Id session, boolean speaks, Instant now) {
        this.person = person;
        this.session = session;
        this.speaks = speaks;
        this.sentAt = now;
        this.heardAt = now;
        this.checkedAt = now;
    }

    Id person() {
        return person;
    }

    Id session() {
        return session;
    }

    Backlog backlog() {
        return backlog;
    }

    Wake wake() {
        return wake;
    }

    void begin(long after, long end) {
        backlog.begin(after, end);
        wake.up();
    }

    void offer(Item item) {
        backlog.offer(item);
        wake.up();
    }

    /** Of several headlines that a slow client has not read the last remains: they are a hint to look. */
    void offer(Frame news) {
        headline.set(news);
        wake.up();
    }

    void reaches(long end) {
        if (backlog.reaches(end)) {
            wake.up();
        }
    }

    /** Whether there is something to send, or to look for. */
    boolean goesOn() {
        return pingDue || headline.get() != null || backlog.goesOn();
    }

    @Nullable
    Frame takeHeadline() {
        return headline.getAndSet(null);
    }

    /** Whether nothing went out since a moment; then a ping will. */
    void pingUnlessSentSince(Instant moment) {
        if (sentAt.isBefore(moment)) {
            pingDue = true;
            wake.up();
        }
    }

    boolean takePing() {
        boolean due = pingDue;
        pingDue = false;
        return due;
    }

    Frame sent(Frame frame, Instant now) {
        sentAt = now;
        if (frame.cursor() > 0) {
            backlog.sent(frame.cursor());
        }
        return frame;
    }

    /** A sign of life. */
    void heard(Instant now) {
        heardAt = now;
    }

    boolean silentSince(Instant moment) {
        return speaks && heardAt.isBefore(moment);
    }

    /** Whether it is time to ask for its session again; then it counts as asked. */
    boolean takeCheck(Instant moment, Instant now) {
        boolean due = checkedAt.isBefore(moment);
        if (due) {
            checkedAt = now;
        }
        return due;
    }

    /** Ends it; the first reason counts. */
    void end(Ending why) {
        ended.emitValue(why, (signal, result) -> result == Sinks.EmitResult.FAIL_NON_SERIALIZED);
    }

    Mono<Ending> ended() {
        return ended.asMono();
    }
}
