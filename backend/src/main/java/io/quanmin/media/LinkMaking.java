package io.quanmin.media;

import io.quanmin.kernel.Id;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the links of photos. One that was made is given out again while more than half of its time is left, so that phones
 * and caches see the same address for the same picture.
 */
@Component
final class LinkMaking {

    private static final int REMEMBERED = 20_000;

    private final StoreSigner signer;
    private final Duration ttl;
    private final Clock clock;
    private final Map<Id, PhotoLinks> made = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, PhotoLinks> eldest) {
            return size() > REMEMBERED;
        }
    };

    LinkMaking(StoreSigner signer, MediaSettings settings, Clock clock) {
        this.signer = signer;
        this.ttl = settings.linkTtl();
        this.clock = clock;
    }

    PhotoLinks of(KeptPhoto photo) {
        Instant now = clock.instant();
        @Nullable PhotoLinks known = remembered(photo.id());
        if (known != null && known.until().isAfter(now.plus(ttl.dividedBy(2)))) {
            return known;
        }
        PhotoLinks links = make(photo, now);
        remember(photo.id(), links);
        return links;
    }

    private PhotoLinks make(KeptPhoto photo, Instant now) {
        boolean placeholder = photo.isPlaceholder();
        return new PhotoLinks(
                signer.link(PhotoKeys.picture(photo.id()), ttl),
                signer.link(PhotoKeys.thumbnail(photo.id()), ttl),
                placeholder ? Copies.PLACEHOLDER_WIDTH : photo.width(),
                placeholder ? Copies.PLACEHOLDER_HEIGHT : photo.height(),
                placeholder,
                now.plus(ttl));
    }

    private @Nullable PhotoLinks remembered(Id photo) {
        synchronized (made) {
            return made.get(photo);
        }
    }

    private void remember(Id photo, PhotoLinks links) {
        synchronized (made) {
            made.put(photo, links);
        }
    }
}
