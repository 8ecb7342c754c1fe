package io.quanmin.wechat;

import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.error.WxError;
import org.jspecify.annotations.Nullable;

/**
 * WeChat answered with an errcode. Checked and an {@link IOException}, because that is what WxJava hands through without
 * trying again by itself; it never leaves this module.
 */
final class Refusal extends IOException {

    private static final Pattern RID = Pattern.compile(",? ?rid: ?([0-9a-f-]+)");

    private final int code;
    private final String reason;
    private final String rid;

    Refusal(int code, String said) {
        super("errcode " + code);
        Matcher matcher = RID.matcher(said);
        this.code = code;
        this.rid = matcher.find() ? matcher.group(1) : "";
        this.reason = RID.matcher(said).replaceAll("").strip();
    }

    /** WxJava puts its own words over WeChat's where it knows the code; WeChat's are kept beside. */
    static Refusal of(WxError error) {
        @Nullable String english = error.getErrorMsgEn();
        return new Refusal(error.getErrorCode(), english == null ? Objects.toString(error.getErrorMsg(), "") : english);
    }

    int code() {
        return code;
    }

    /** WeChat's words, without the rid. */
    String reason() {
        return reason;
    }

    /** The request's id by which WeChat finds it again; empty when none was said. */
    String rid() {
        return rid;
    }
}
