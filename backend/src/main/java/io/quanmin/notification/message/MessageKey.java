package io.quanmin.notification.message;

import io.quanmin.kernel.Id;

/**
 * Which message: one to a person about an event by a channel.
 *
 * @param event id of the notice's event
 */
record MessageKey(Id person, Id event, Channel channel) {

    /** By what WeChat brings it. */
    enum Channel {
        SUBSCRIBE,
        SERVICE
    }
}
