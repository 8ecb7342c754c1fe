package io.quanmin.wechatsandbox.base;

/** How an account's events travel, as chosen in its console. */
public enum PushMode {
    PLAIN,
    /** The plain fields and {@code Encrypt} side by side. */
    COMPATIBLE,
    SECURE
}
