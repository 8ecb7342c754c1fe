package io.quanmin.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A test of the whole application on a free port, with a real PostgreSQL, Redis and S3 store that are shared by all
 * tests of the JVM and gone afterwards. Tests that need the database for themselves add
 * {@code @TestPropertySource(properties = "quanmin.embedded.database=name")}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"quanmin.embedded.throwaway=true", "quanmin.suggestion.look-every=12h"})
public @interface CityTest {}
