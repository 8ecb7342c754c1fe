package io.quanmin.wechat;

import io.quanmin.kernel.Problem;

/** WeChat holds this person for a risk and lets them into no mini-program; trying again does not help. */
public final class PersonBlocked extends Problem.Forbidden {

    public PersonBlocked() {
        super("wechat-person-blocked");
    }
}
