package io.quanmin.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/**
 * A file of map data as it is given out.
 *
 * @param tag changes when the content does
 */
record MapFile(byte[] content, String tag) {

    static MapFile read(Resource file) {
        try {
            byte[] content = file.getContentAsByteArray();
            return new MapFile(content, '"' + DigestUtils.md5DigestAsHex(content) + '"');
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
