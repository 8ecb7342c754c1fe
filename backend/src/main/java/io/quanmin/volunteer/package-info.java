/** Everyone a grid worker: who enrolled, what they care for, what they have learnt, and whom to ask about a place. */
@ApplicationModule(allowedDependencies = {"kernel", "outbox", "place", "identity", "rulebook"})
@NullMarked
package io.quanmin.volunteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
