package io.quanmin.identity;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** WeChat's content check does not let a nickname pass. */
public final class NicknameRefused extends Problem.NotAllowed {

    public NicknameRefused() {
        super("nickname-refused", Map.of());
    }
}
