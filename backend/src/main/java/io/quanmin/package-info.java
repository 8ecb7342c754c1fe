/** A city governed together with all of its people: the service. */
@NullMarked
package io.quanmin;

import org.jspecify.annotations.NullMarked;
