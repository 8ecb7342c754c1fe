@NullMarked
package io.quanmin.casework;

import org.jspecify.annotations.NullMarked;
