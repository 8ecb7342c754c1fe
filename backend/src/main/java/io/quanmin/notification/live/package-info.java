/** News as it happens, over WebSocket and server-sent events: resumed by a cursor, nothing lost and nothing doubled. */
@NullMarked
package io.quanmin.notification.live;

import org.jspecify.annotations.NullMarked;
