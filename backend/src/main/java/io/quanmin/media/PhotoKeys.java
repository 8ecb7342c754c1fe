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
        return "pictures/" + path(photo) + ".jpg";
    }

    static String thumbnail(Id photo) {
        return "thumbnails/" + path(photo) + ".jpg";
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
