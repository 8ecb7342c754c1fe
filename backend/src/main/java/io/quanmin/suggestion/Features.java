package io.quanmin.suggestion;

import io.quanmin.kernel.CitySettings;
import io.quanmin.language.Segmentation;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * What a model sees of a problem: words, single characters and pairs of them, the divisions the place lies in, the month and the
 * time of day. Figures are left out, because what they say (numbers of phones, plates and doors) is of one case only.
 */
@Component
final class Features {

    private static final List<Integer> DIVISIONS = List.of(6, 9, 12);
    private static final int HOURS = 3;

    private final Segmentation segmentation;
    private final ZoneId zone;

    Features(Segmentation segmentation, CitySettings city) {
        this.segmentation = segmentation;
        this.zone = city.zone();
    }

    /** In a fixed order, each once. */
    List<String> of(Hints hints) {
        Set<String> features = new LinkedHashSet<>();
        String text = plain(hints.text());
        segmentation.words(text).forEach(word -> features.add("w=" + word));
        characters(text, features);
        if (hints.area() != null) {
            divisions(hints.area(), features);
        }
        if (hints.at() != null) {
            time(hints.at(), features);
        }
        return List.copyOf(features);
    }

    /** The same of a case whose type is known. */
    List<String> of(Hints hints, String type) {
        Set<String> features = new LinkedHashSet<>(of(hints));
        features.add("t=" + type);
        return List.copyOf(features);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", " ");
    }

    private static void characters(String text, Set<String> features) {
        int[] letters = text.codePoints()
                .filter(point -> !Character.isWhitespace(point))
                .toArray();
        IntStream.range(0, letters.length).forEach(i -> {
            features.add("u=" + Character.toString(letters[i]));
            if (i + 1 < letters.length) {
                features.add("c=" + Character.toString(letters[i]) + Character.toString(letters[i + 1]));
            }
        });
    }

    private static void divisions(String area, Set<String> features) {
        DIVISIONS.stream()
                .filter(length -> area.length() >= length)
                .forEach(length -> features.add("a=" + area.substring(0, length)));
    }

    private void time(Instant at, Set<String> features) {
        ZonedDateTime there = at.atZone(zone);
        features.add("m=" + there.getMonthValue());
        features.add("h=" + there.getHour() / HOURS);
    }
}
