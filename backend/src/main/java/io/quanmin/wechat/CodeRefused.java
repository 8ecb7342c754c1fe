package io.quanmin.wechat;

import io.quanmin.kernel.Problem;

/** WeChat does not take a code: used already, older than five minutes, or made for something else. */
public final class CodeRefused extends Problem.BadInput {

    public CodeRefused() {
        super("wechat-code-refused");
    }
}
