@NullMarked
package io.quanmin.volunteer;

import org.jspecify.annotations.NullMarked;
