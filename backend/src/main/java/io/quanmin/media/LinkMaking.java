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
    private final Map<Served, PhotoLinks> made = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Served, PhotoLinks> eldest) {
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
        Served served = new Served(photo.id(), photo.copy());
        PhotoLinks known = remembered(served, now);
        return known == null ? remember(served, make(photo, now), now) : known;
    }

    private PhotoLinks make(KeptPhoto photo, Instant now) {
        boolean placeholder = photo.isPlaceholder();
        return new PhotoLinks(
                signer.link(PhotoKeys.picture(photo.id(), photo.copy()), ttl),
                signer.link(PhotoKeys.thumbnail(photo.id(), photo.copy()), ttl),
                placeholder ? Copies.PLACEHOLDER_WIDTH : photo.width(),
                placeholder ? Copies.PLACEHOLDER_HEIGHT : photo.height(),
                placeholder,
                now.plus(ttl));
    }

    /** What was made before and is still good for half its time. */
    private @Nullable PhotoLinks remembered(Served photo, Instant now) {
        synchronized (made) {
            PhotoLinks known = made.get(photo);
            return known != null && known.until().isAfter(now.plus(ttl.dividedBy(2))) ? known : null;
        }
    }

    /** Of two made at once the first stays. */
    private PhotoLinks remember(Served photo, PhotoLinks links, Instant now) {
        synchronized (made) {
            PhotoLinks first = remembered(photo, now);
            if (first == null) {
                made.put(photo, links);
            }
            return first == null ? links : first;
        }
    }

    /** A photo by the copies that are served of it: those of another time are never linked to again. */
    private record Served(Id photo, String copy) {}
}
