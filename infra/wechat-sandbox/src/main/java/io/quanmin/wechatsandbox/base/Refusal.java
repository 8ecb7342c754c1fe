package io.quanmin.wechatsandbox.base;

import java.util.Objects;

/** WeChat saying no: answered with HTTP 200 and this code and text, to which the front door adds the rid. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    public Refusal(int code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The text without rid, in WeChat's words. */
    public String text() {
        return Objects.requireNonNullElse(getMessage(), "");
    }

    public static Refusal invalidOpenid() {
        return new Refusal(40003, "invalid openid");
    }

    public static Refusal invalidTemplate() {
        return new Refusal(40037, "invalid template_id");
    }

    /** Never subscribed, used up, or refused: WeChat does not say which. */
    public static Refusal notPermitted() {
        return new Refusal(43101, "user refuse to accept the msg");
    }

    public static Refusal badBody() {
        return new Refusal(47001, "data format error");
    }
}
