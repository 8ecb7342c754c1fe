@NullMarked
package io.quanmin.rulebook;

import org.jspecify.annotations.NullMarked;
