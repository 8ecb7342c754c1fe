package io.quanmin.identity;

/** The door a session came through. */
enum Via {
    WECHAT,
    DESK
}
