package io.quanmin.wechatsandbox.http;

import io.quanmin.wechatsandbox.base.Refusal;
import io.quanmin.wechatsandbox.base.SandboxClock;
import io.quanmin.wechatsandbox.base.ShortMemory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How often each account may call each path a day and a minute; WeChat's published numbers unless changed. */
public final class Quotas {

    /** @param minuteCode the refusal when a minute's share is used up: the older APIs say 45011 or 45009, the newer 44991 */
    public record Limit(long perDay, long perMinute, int minuteCode) {}

    private static final Limit OTHERWISE = new Limit(10_000_000, 100_000, 45011);

    private final Map<String, Limit> limits = new ConcurrentHashMap<>(Map.of(
            "/cgi-bin/token", new Limit(2_000, 100_000, 45011),
            "/cgi-bin/stable_token", new Limit(500_000, 10_000, 45011),
            "/cgi-bin/message/template/send", new Limit(100_000, 100_000, 45011),
            "/wxa/getwxacodeunlimit", new Limit(Long.MAX_VALUE, 5_000, 45009),
            "/wxa/msg_sec_check", new Limit(2_000_000, 4_000, 44991),
            "/wxa/media_check_async", new Limit(200_000, 2_000, 44991)));
    private final Map<String, AtomicLong> days = new ConcurrentHashMap<>();
    private final ShortMemory<AtomicLong> minutes;
    private final SandboxClock clock;

    public Quotas(SandboxClock clock) {
        this.clock = clock;
        this.minutes = new ShortMemory<>(clock, Duration.ofMinutes(2));
    }

    public void limit(String path, Limit limit) {
        limits.put(path, limit);
    }

    public Limit limit(String path) {
        return limits.getOrDefault(path, OTHERWISE);
    }

    /** How many calls of today count. */
    public long usedToday(String appid, String path) {
        return days.getOrDefault(dayKey(appid, path), new AtomicLong()).get();
    }

    /** The counts of the day back to zero, as clear_quota does. */
    public void clear(String appid) {
        days.keySet().removeIf(key -> key.startsWith(appid + " "));
    }

    /** Counts one call; refuses it when the day's or the minute's share is used up. */
    public void spend(String appid, String path) {
        Limit limit = limit(path);
        if (countDay(dayKey(appid, path)) > limit.perDay()) {
            throw new Refusal(45009, "reach max api daily quota limit");
        }
        if (countMinute(minuteKey(appid, path)) > limit.perMinute()) {
            throw new Refusal(limit.minuteCode(), "api minute-quota reach limit  mustslower  retry next minute");
        }
    }

    /** Counts one call of one user in this minute; refuses above {@code perMinute} with 45011. */
    public void spendOfUser(String path, String userId, int perMinute) {
        if (countMinute(minuteKey(userId, path)) > perMinute) {
            throw new Refusal(45011, "api minute-quota reach limit  mustslower  retry next minute");
        }
    }

    private long countDay(String key) {
        return days.computeIfAbsent(key, unused -> new AtomicLong()).incrementAndGet();
    }

    private long countMinute(String key) {
        return minutes.orElse(key, AtomicLong::new).incrementAndGet();
    }

    private String dayKey(String who, String path) {
        return who + " " + path + " " + clock.today();
    }

    private String minuteKey(String who, String path) {
        return who + " " + path + " " + clock.epochSecond() / 60;
    }
}
