/** Where things are: the administrative tree, grid cells, datums, addresses. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.quanmin.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
