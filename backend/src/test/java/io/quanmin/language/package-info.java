@NullMarked
package io.quanmin.language;

import org.jspecify.annotations.NullMarked;
