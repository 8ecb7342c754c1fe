package io.quanmin.wechatsandbox.base;

/** The two kinds of accounts that this stand-in knows. */
public enum AppKind {
    MINI_PROGRAM,
    SERVICE_ACCOUNT
}
