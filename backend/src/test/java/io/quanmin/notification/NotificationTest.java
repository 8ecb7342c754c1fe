package io.quanmin.notification;

import io.quanmin.testing.CityTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of how news reaches people, with WeChat in memory and a database of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CityTest
@Import(Town.class)
@TestPropertySource(
        properties = {
            "quanmin.embedded.database=notification",
            "quanmin.outbox.poll=200ms",
            "quanmin.outbox.first-pause=50ms",
            "quanmin.notification.live.look=500ms",
            "quanmin.notification.live.repair=1s",
            "quanmin.notification.live.ping=1s",
            "quanmin.identity.limits.login.times=100000",
            "quanmin.identity.limits.login.per=1m"
        })
public @interface NotificationTest {}
