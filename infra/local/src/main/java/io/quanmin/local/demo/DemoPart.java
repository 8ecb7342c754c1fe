package io.quanmin.local.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Only where WeChat is the sandbox of this machine and the database is the embedded one: real people are nobody's demo, and a
 * city's own database gets no fictional cases and nobody who may log in as anybody.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty({"quanmin.local.sandbox.address", "quanmin.embedded.postgres.active"})
@interface DemoPart {}
