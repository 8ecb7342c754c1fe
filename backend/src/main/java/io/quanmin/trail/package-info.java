/** The record of who changed what: append-only, read by the audit administrator. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.quanmin.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
