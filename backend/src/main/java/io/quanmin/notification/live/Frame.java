package io.quanmin.notification.live;

/**
 * What goes over a connection.
 *
 * @param cursor of the item it brings; 0 when it brings none
 * @param json as the client reads it
 */
record Frame(long cursor, String json) {

    static final Frame PING = new Frame(0, "{\"kind\":\"ping\"}");

    boolean isPing() {
        return this == PING;
    }
}
