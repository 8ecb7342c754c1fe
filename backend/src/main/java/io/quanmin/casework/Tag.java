package io.quanmin.casework;

import io.quanmin.kernel.Page;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The tag of a public page: changes with anything the page says, also when its photos' links are signed anew. */
final class Tag {

    private Tag() {}

    static String of(Page<CaseSummary> page) {
        byte[] said = page.toString().getBytes(StandardCharsets.UTF_8);
        return "cases-" + UUID.nameUUIDFromBytes(said);
    }
}
