package io.quanmin.wechat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Lets one thread of all nodes ask for a token while the others wait for what it brings. Within the node it is a plain lock;
 * between nodes a lease in Redis, done without while Redis is away. The lease only saves requests: a stable token is the same
 * for whoever asks, so it may be short, and a node that died with it holds nobody up for long.
 */
final class TokenLock implements Lock {

    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final RedisScript<Long> RELEASE = RedisScript.of(
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end",
            Long.class);

    private final ReentrantLock here = new ReentrantLock();
    private final RedisOrNot redis;
    private final String key;
    private @Nullable String lease;

    TokenLock(RedisOrNot redis, String key) {
        this.redis = redis;
        this.key = key;
    }

    /** Taken for a moment only, to strike off a token: the other nodes need not wait for that. */
    @Override
    public void lock() {
        here.lock();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        here.lockInterruptibly();
    }

    @Override
    public boolean tryLock() {
        return here.tryLock() && leased();
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        if (!here.tryLock(time, unit)) {
            return false;
        }
        if (leased()) {
            return true;
        }
        // Another node asks for the token: look again whether it has come.
        unit.sleep(time);
        return false;
    }

    private boolean leased() {
        if (here.getHoldCount() > 1) {
            return true;
        }
        String mine = UUID.randomUUID().toString();
        boolean granted = redis.ask(template -> template.opsForValue().setIfAbsent(key, mine, LEASE), () -> true);
        if (granted) {
            lease = mine;
        } else {
            here.unlock();
        }
        return granted;
    }

    @Override
    public void unlock() {
        if (lease != null && here.getHoldCount() == 1) {
            String mine = lease;
            lease = null;
            redis.tell(template -> template.execute(RELEASE, List.of(key), mine));
        }
        here.unlock();
    }

    @Override
    public Condition newCondition() {
        throw new UnsupportedOperationException("Nobody waits on a token's lock");
    }
}
