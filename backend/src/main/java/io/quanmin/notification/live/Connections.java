package io.quanmin.notification.live;

import io.quanmin.kernel.Id;
import io.quanmin.notification.Headline;
import io.quanmin.notification.News;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The connections of this node, by person. */
@Component
final class Connections {

    private final Map<Id, List<Connection>> open = new ConcurrentHashMap<>();
    private final AtomicBoolean lookSoon = new AtomicBoolean();
    private final Frames frames;
    private final LiveSettings settings;

    Connections(Frames frames, LiveSettings settings) {
        this.frames = frames;
        this.settings = settings;
    }

    /** Somebody could not read what they missed: to be looked for when this node next looks around. */
    void lookSoon() {
        lookSoon.set(true);
    }

    boolean takeLookSoon() {
        return lookSoon.getAndSet(false);
    }

    void add(Connection connection) {
        open.compute(connection.person(), (person, others) -> with(others, connection));
    }

    /** Lists are replaced, never changed: they are read while connections come and go. */
    private List<Connection> with(@Nullable List<Connection> others, Connection connection) {
        if (others == null) {
            return List.of(connection);
        }
        List<Connection> all = new ArrayList<>(others);
        if (all.size() >= settings.perPerson()) {
            all.removeFirst().end(Ending.REPLACED);
        }
        all.add(connection);
        return List.copyOf(all);
    }

    void remove(Connection connection) {
        open.computeIfPresent(connection.person(), (person, all) -> without(all, connection));
    }

    private static @Nullable List<Connection> without(List<Connection> all, Connection connection) {
        List<Connection> left =
                all.stream().filter(other -> other != connection).toList();
        return left.isEmpty() ? null : left;
    }

    /** News for some of whom perhaps nobody is connected here. */
    void deliver(News news) {
        for (News.To to : news.to()) {
            of(to.person()).forEach(connection -> connection.offer(news.item(to.cursor())));
        }
    }

    void deliver(Headline headline) {
        Frame frame = frames.of(headline);
        each(connection -> connection.offer(frame));
    }

    /** A person's inbox goes as far as this. */
    void reaches(News.To end) {
        of(end.person()).forEach(connection -> connection.reaches(end.cursor()));
    }

    /** Ends what came from a session. */
    void end(Id session) {
        each(connection -> {
            if (connection.session().equals(session)) {
                connection.end(Ending.SESSION_ENDED);
            }
        });
    }

    void each(Consumer<Connection> action) {
        open.values().forEach(connections -> connections.forEach(action));
    }

    List<Connection> all() {
        return open.values().stream().flatMap(List::stream).toList();
    }

    List<Id> persons() {
        return List.copyOf(open.keySet());
    }

    private List<Connection> of(Id person) {
        return open.getOrDefault(person, List.of());
    }
}
