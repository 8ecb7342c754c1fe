package io.quanmin.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys for phone numbers, each 32 bytes in Base64. Without the embedded database they must be given.
 *
 * @param keys by their id; old ones stay to read what was written with them
 * @param current id of the key that new numbers are encrypted with
 * @param indexKey of the blind index; it cannot be changed without indexing anew
 */
@ConfigurationProperties("quanmin.identity.phone")
record PhoneSettings(
        @DefaultValue Map<String, String> keys,
        @DefaultValue("") String current,
        @Nullable String indexKey) {

    /** Never shows a key. */
    @Override
    public String toString() {
        return "PhoneSettings[" + keys.keySet() + ", " + current + "]";
    }
}
