/** Tests of how news reaches people. */
@NullMarked
package io.quanmin.notification.message;

import org.jspecify.annotations.NullMarked;
