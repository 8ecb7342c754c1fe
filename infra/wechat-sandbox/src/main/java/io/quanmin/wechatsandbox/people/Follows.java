package io.quanmin.wechatsandbox.people;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who follows the service account now. */
public final class Follows {

    private final Map<String, Follow> byUser = new ConcurrentHashMap<>();

    public Optional<Follow> of(String userId) {
        return Optional.ofNullable(byUser.get(userId));
    }

    public boolean follows(String userId) {
        return byUser.containsKey(userId);
    }

    public void begin(Follow follow) {
        byUser.put(follow.userId(), follow);
    }

    public void end(String userId) {
        byUser.remove(userId);
    }

    public List<Follow> all() {
        return byUser.values().stream()
                .sorted(Comparator.comparing(Follow::userId))
                .toList();
    }
}
