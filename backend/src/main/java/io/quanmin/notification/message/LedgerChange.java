package io.quanmin.notification.message;

/** What a message does to how many more a person allows. */
enum LedgerChange {
    /** One of those allowed was used. */
    SPEND,
    /** None is left, whatever was thought: refused, used up or never there (43101). */
    EMPTY,
    /** WeChat banned the template (43107). */
    FREEZE,
    /** Nothing. */
    NONE
}
