package io.quanmin.wechatsandbox.control;

import io.quanmin.wechatsandbox.http.Call;
import java.util.List;

/** Answers one call of the page; {@code args} are the parts of the path that stood in braces. */
@FunctionalInterface
interface ControlHandler {

    /** What is written as JSON, or an {@code Answer} as it is. */
    Object answer(Call call, List<String> args);
}
