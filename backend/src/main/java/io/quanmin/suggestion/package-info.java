/**
 * Suggests the type of a problem and the unit that answers for it, from text, place and time. Learns from what reviewers decide,
 * which the module above tells ({@link io.quanmin.suggestion.Decisions}); a person decides every time.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "place", "language", "rulebook"})
@NullMarked
package io.quanmin.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
