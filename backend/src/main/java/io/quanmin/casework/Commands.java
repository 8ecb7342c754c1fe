package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.InvalidFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes commands of what people send with an {@code Idempotency-Key}. */
@Component
class Commands {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    /**
     * Fails with {@link InvalidFields} without a proper key.
     *
     * @param asked all that is asked for: a record, whose written form two equal ones share
     */
    Command of(Actor actor, @Nullable String key, Object asked) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new InvalidFields("Idempotency-Key", "required", "请求头须带 8 至 64 位字母、数字、下划线或连字符");
        }
        return new Command(actor.person(), key, asked.toString());
    }
}
