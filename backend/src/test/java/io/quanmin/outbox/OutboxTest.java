package io.quanmin.outbox;

import io.quanmin.testing.CityTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test with workers of its own on a database of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CityTest
@Import(Post.class)
@TestPropertySource(properties = {"quanmin.embedded.database=outbox", "quanmin.outbox.worker=false"})
@interface OutboxTest {}
