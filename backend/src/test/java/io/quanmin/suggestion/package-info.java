@NullMarked
package io.quanmin.suggestion;

import org.jspecify.annotations.NullMarked;
