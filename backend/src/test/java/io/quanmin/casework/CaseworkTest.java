package io.quanmin.casework;

import io.quanmin.testing.CityTest;
import io.quanmin.testing.Neighbours;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole application with its real stores; who comes, what the content check says and what is told are the test's. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CityTest
@Import({Neighbours.class, CaseworkConfiguration.class})
@ExtendWith(ForgottenPast.class)
@TestPropertySource(properties = {"quanmin.embedded.database=casework", "quanmin.casework.screening-deadline=300ms"})
@interface CaseworkTest {}
