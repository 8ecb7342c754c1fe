package io.quanmin.notification.message;

/** How far a message came. */
enum MessageState {
    /** Written down, perhaps on its way: WeChat is being called. */
    INTENDED,
    /** Certainly not sent, to be tried again. */
    LATER,
    /** WeChat took it. */
    TAKEN,
    /** WeChat brought it. */
    DELIVERED,
    /** WeChat took it and could not bring it. */
    FAILED,
    /** WeChat refused it for good. */
    REFUSED,
    /** Nobody knows: it is never sent again. */
    UNKNOWN,
    /** The official no longer follows the service account. */
    UNFOLLOWED,
    /** The official's service account is not linked. */
    NOT_LINKED
}
