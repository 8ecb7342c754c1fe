package io.quanmin.wechat;

import java.util.Set;

/** What WeChat's errcodes mean to us. Branch on the code, never on the text: the text changes and is translated. */
final class Codes {

    /** "System error": the one answer for which WeChat's documentation says to try again later. */
    static final int BUSY = -1;

    static final int CODE_INVALID = 40029;
    static final int CODE_USED = 40163;
    static final int CODE_MISSING = 41008;
    static final int CODE_OF_ANOTHER_APP = 40013;
    static final int RISKY_PERSON = 40226;
    static final int SENDING_IN_PARALLEL = 43108;

    /** The token was not the latest one. */
    private static final Set<Integer> TOKEN = Set.of(40001, 40014, 42001);

    /** Somebody must put our keys or our address right in WeChat's console. */
    private static final Set<Integer> KEYS =
            Set.of(40002, 40125, 40164, 40243, 41002, 41004, 50004, 50007, 89503, 89506, 89507);

    /** Too often, by the second, the minute or the day. */
    private static final Set<Integer> QUOTA = Set.of(45009, 45011, 44990, 44991, 44993, 45047, 87020);

    private Codes() {}

    /** The token, and only it, was refused: the request had no effect. */
    static boolean tokenAtFault(int code) {
        return TOKEN.contains(code);
    }

    /** The account as a whole cannot be served just now: more calls would fail alike. */
    static boolean accountAway(int code) {
        return code == BUSY || TOKEN.contains(code) || KEYS.contains(code);
    }

    /** The call may be made again later. */
    static boolean later(int code) {
        return accountAway(code) || QUOTA.contains(code) || code == SENDING_IN_PARALLEL;
    }

    /** The login or phone code itself is at fault. */
    static boolean codeAtFault(int code) {
        return code == CODE_INVALID || code == CODE_USED || code == CODE_MISSING;
    }

    /** An operator must act. */
    static boolean operatorMustAct(int code) {
        return KEYS.contains(code);
    }
}
