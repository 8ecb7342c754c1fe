package io.quanmin.wechat;

/**
 * A text to be judged.
 *
 * @param openid of its writer, who must have visited within two hours
 * @param scene what kind of text it is
 */
public record TextToScreen(String openid, Scene scene, String text) {

    /** WeChat's scenes, by their numbers. */
    public enum Scene {
        PROFILE,
        COMMENT,
        FORUM,
        SOCIAL_LOG
    }
}
