package io.quanmin.media;

import io.quanmin.testing.CityTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of photos in the whole application; WeChat is in memory, and nobody sweeps but the test. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CityTest
@TestPropertySource(
        properties = {"quanmin.media.sweep.every=1h", "quanmin.outbox.poll=100ms", "quanmin.embedded.database=media"})
@Import({StoredObjects.class, Uploads.class, PhotoDoor.class, Sweeper.class, ScreeningWeChat.Configuration.class})
@interface MediaCityTest {}
