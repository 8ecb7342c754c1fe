package io.quanmin.wechatsandbox.http;

/** The two methods WeChat uses. */
public enum Verb {
    GET,
    POST
}
