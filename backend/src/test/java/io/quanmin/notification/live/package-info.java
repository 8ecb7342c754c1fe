/** Tests of how news reaches people. */
@NullMarked
package io.quanmin.notification.live;

import org.jspecify.annotations.NullMarked;
