package io.quanmin.wechat;

/** What became of a message handed to WeChat. */
public sealed interface SendOutcome {

    /** Taken; its result comes as an event with this id. */
    record Taken(String messageId) implements SendOutcome {}

    /**
     * Refused for good: sending it again would not help.
     *
     * @param code WeChat's errcode, such as 43101, 43004, 47003
     */
    record Refused(int code, String reason, String rid) implements SendOutcome {}

    /** Refused for now (frequency, parallel sending, no token): may be tried again later. */
    record Later(int code, String reason) implements SendOutcome {}

    /** No answer came: it may or may not have gone out. */
    record Unknown(String reason) implements SendOutcome {}
}
