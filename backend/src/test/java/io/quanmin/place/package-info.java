@NullMarked
package io.quanmin.place;

import org.jspecify.annotations.NullMarked;
