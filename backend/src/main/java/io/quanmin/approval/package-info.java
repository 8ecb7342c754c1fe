/** The working group that answers for the rules: its members, meetings and actions, and what two of them approve. */
@ApplicationModule(allowedDependencies = {"kernel", "outbox", "notice", "identity", "rulebook"})
@NullMarked
package io.quanmin.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
