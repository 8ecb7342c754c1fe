/** News by WeChat: subscribe messages to citizens, template messages to officials. */
@NullMarked
package io.quanmin.notification.message;

import org.jspecify.annotations.NullMarked;
