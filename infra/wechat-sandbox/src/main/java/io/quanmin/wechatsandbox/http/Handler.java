package io.quanmin.wechatsandbox.http;

/** Answers one call in a virtual thread, so it may wait; {@code Refusal} becomes an error envelope. */
@FunctionalInterface
public interface Handler {
    Answer answer(Call call);
}
