package io.quanmin.wechatsandbox.base;

/** How an account's events are written; a service account knows XML only. */
public enum PushFormat {
    JSON,
    XML
}
