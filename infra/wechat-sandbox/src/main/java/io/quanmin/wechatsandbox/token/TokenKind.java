package io.quanmin.wechatsandbox.token;

/** The two kinds of access tokens; neither affects the other. */
enum TokenKind {
    PLAIN,
    STABLE
}
