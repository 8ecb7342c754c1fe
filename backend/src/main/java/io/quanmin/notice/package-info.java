/** The contract by which every module says something to people. */
@ApplicationModule(allowedDependencies = {"kernel", "outbox"})
@NullMarked
package io.quanmin.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
