/** What the official side may change: types of problem, who is responsible, the flow, time limits. Versioned data. */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "place"})
@NullMarked
package io.quanmin.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
