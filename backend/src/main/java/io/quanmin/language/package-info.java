/** Chinese as text: words out of it. Knows no word of the city's business. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.quanmin.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
