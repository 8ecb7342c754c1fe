package io.quanmin.media;

import io.quanmin.kernel.Id;
import java.util.List;

/** Where in the bucket a photo's objects are. */
final class PhotoKeys {

    private PhotoKeys() {}

    /** As it was taken, metadata and all: evidence, never linked to. */
    static String original(Id photo) {
        return "originals/" + path(photo);
    }

    static String picture(Id photo) {
        return picture(photo, "");
    }

    static String thumbnail(Id photo) {
        return thumbnail(photo, "");
    }

    /** @param copy which copy of it; empty for the first */
    static String picture(Id photo, String copy) {
        return "pictures/" + path(photo) + suffix(copy) + ".jpg";
    }

    /** @param copy which copy of it; empty for the first */
    static String thumbnail(Id photo, String copy) {
        return "thumbnails/" + path(photo) + suffix(copy) + ".jpg";
    }

    private static String suffix(String copy) {
        return copy.isEmpty() ? "" : "-" + copy;
    }

    /** Where a direct upload lands before it is looked at. */
    static String incoming(Id photo) {
        return "incoming/" + path(photo);
    }

    static List<String> all(Id photo) {
        return List.of(original(photo), picture(photo), thumbnail(photo), incoming(photo));
    }

    private static String path(Id photo) {
        return photo.toString().replace('-', '/');
    }
}
