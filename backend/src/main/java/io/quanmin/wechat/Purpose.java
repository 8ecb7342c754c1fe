package io.quanmin.wechat;

/** What a call is for: each has its own threads and its own breaker, so that a slow one holds up no other. */
enum Purpose {
    LOGIN,
    PHONE,
    MESSAGE,
    SCREENING,
    LOOKUP
}
