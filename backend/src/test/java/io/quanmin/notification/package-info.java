/** Tests of how news reaches people. */
@NullMarked
package io.quanmin.notification;

import org.jspecify.annotations.NullMarked;
