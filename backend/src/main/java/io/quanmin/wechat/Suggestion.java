package io.quanmin.wechat;

/** What to do with a judged text or picture. */
public enum Suggestion {
    PASS,
    REVIEW,
    RISKY,
    /** It could not be judged: the writer was away too long, WeChat is away, or the picture could not be fetched. */
    UNSCREENED
}
