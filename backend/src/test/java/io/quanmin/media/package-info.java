@NullMarked
package io.quanmin.media;

import org.jspecify.annotations.NullMarked;
