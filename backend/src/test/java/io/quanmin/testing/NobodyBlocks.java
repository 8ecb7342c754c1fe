package io.quanmin.testing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;

/**
 * A test class of the application fails when a call blocked a thread of Reactor or Netty meanwhile. The call itself goes on: an
 * error out of nowhere breaks pools and connections, and the next tests hang instead of telling what was wrong.
 */
final class NobodyBlocks implements TestExecutionListener {

    private static final int FRAMES = 40;

    /** Where waiting is over in no time that anybody could measure, or happens once in the life of a node. */
    private static final Set<String> ALLOWED = Set.of(
            // Reads /dev/urandom, which never waits.
            "java.security.SecureRandom.nextBytes",
            // A class, or a bundle of words, is loaded when it is first used, wherever that is.
            "java.lang.ClassLoader.loadClass",
            "org.hibernate.validator.resourceloading.PlatformResourceBundleLocator.getResourceBundle",
            // Springdoc reads the handlers' classes when the document is asked for the first time.
            "org.springframework.core.type.classreading.ClassFileMetadataReader.parseClassModel",
            // Held for some instructions; whether two meet there is luck.
            "java.util.concurrent.locks.ReentrantLock.lock",
            "io.netty.buffer.AdaptivePoolingAllocator.allocate",
            "java.lang.Thread.onSpinWait",
            "io.quanmin.outbox.Wake.up",
            "io.quanmin.wechat.callback.Hint.give",
            "io.quanmin.notification.live.Wake.up");

    private static final Set<String> FOUND = ConcurrentHashMap.newKeySet();

    static {
        BlockHound.builder()
                .loadIntegrations()
                .blockingMethodCallback(NobodyBlocks::remember)
                .install();
    }

    /** What blocked since this was asked last, each with the stack it stood on. */
    static List<String> found() {
        List<String> found = List.copyOf(FOUND);
        found.forEach(FOUND::remove);
        return found;
    }

    private static void remember(BlockingMethod method) {
        List<String> stack = Stream.of(new Throwable().getStackTrace())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .toList();
        if (stack.stream().noneMatch(ALLOWED::contains)) {
            FOUND.add(method + " on " + Thread.currentThread().getName() + "\n    "
                    + String.join("\n    ", stack.subList(0, Math.min(FRAMES, stack.size()))));
        }
    }

    @Override
    public void afterTestClass(TestContext context) {
        List<String> found = found();
        if (!found.isEmpty()) {
            throw new AssertionError("Blocked a thread that must never wait: " + String.join("\n", found));
        }
    }
}
