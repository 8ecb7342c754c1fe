package io.quanmin.wechatsandbox.http;

import io.quanmin.wechatsandbox.base.AppSettings;

/** Answers one call that carried a good access_token of {@code app}. */
@FunctionalInterface
public interface AppHandler {
    Answer answer(AppSettings app, Call call);
}
