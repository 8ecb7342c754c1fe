/** What happened, told to each module that wants to know: at least once, in order per subject. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.quanmin.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
