package io.quanmin.media;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.media.Photos.Viewer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** What is covered is gone from all that is served, and can be put right. */
@MediaCityTest
final class RedactionTest {

    private static final Region FACE = new Region(0.25, 0.25, 0.5, 0.5);

    @Autowired
    private Uploads uploads;

    @Autowired
    private Photos photos;

    @Autowired
    private RedactionTable table;

    @Autowired
    private StoredObjects objects;

    @Autowired
    private Sweeper sweeper;

    @Test
    void whatIsCoveredIsOneColourInEveryCopyAndTheRestIsAsBefore() throws Exception {
        Id photo = attached("portrait_6.jpg");
        BufferedImage before = picture(link(photo).picture());
        redact(photo, List.of(FACE));

        for (URI served : List.of(link(photo).picture(), link(photo).thumbnail())) {
            BufferedImage after = picture(served);
            assertThat(colours(after, 0.3, 0.7))
                    .as("colours where the face was")
                    .isLessThanOrEqualTo(4);
            assertThat(colours(after, 0.02, 0.2)).as("colours beside it").isGreaterThan(50);
        }
        assertThat(colours(before, 0.3, 0.7)).isGreaterThan(50);
        assertThat(now(photos.redacted(photo))).containsExactly(FACE);
    }

    @Test
    void theCopiesOfBeforeAreGoneFromTheStoreAndTheirLinksLeadNowhere() throws Exception {
        Id photo = attached("portrait_6.jpg");
        PhotoLinks before = link(photo);
        Set<String> kept = new HashSet<>(objects.all());
        redact(photo, List.of(FACE));

        assertThat(get(before.picture()).statusCode()).isEqualTo(404);
        assertThat(get(before.thumbnail()).statusCode()).isEqualTo(404);
        assertThat(get(link(photo).picture()).statusCode()).isEqualTo(200);
        assertThat(objects.all())
                .doesNotContain(PhotoKeys.picture(photo), PhotoKeys.thumbnail(photo))
                .contains(PhotoKeys.original(photo));
        assertThat(kept).contains(PhotoKeys.picture(photo));
    }

    @Test
    void itIsPutRightFromTheOriginal() throws Exception {
        Id photo = attached("portrait_6.jpg");
        BufferedImage before = picture(link(photo).picture());
        redact(photo, List.of(new Region(0, 0, 1, 1)));
        redact(photo, List.of());

        BufferedImage after = picture(link(photo).picture());
        Color was = new Color(before.getRGB(before.getWidth() / 2, before.getHeight() / 2));
        Color is = new Color(after.getRGB(after.getWidth() / 2, after.getHeight() / 2));
        assertThat(is.getRed()).isCloseTo(was.getRed(), within(6));
        assertThat(is.getGreen()).isCloseTo(was.getGreen(), within(6));
        assertThat(now(photos.redacted(photo))).isEmpty();
    }

    @Test
    void aPhotoHeldSidewaysIsCoveredWhereItIsSeen() throws Exception {
        Id photo = attached("portrait_6.jpg");
        redact(photo, List.of(new Region(0, 0, 1, 0.5)));
        BufferedImage after = picture(link(photo).picture());
        assertThat(after.getHeight()).isGreaterThan(after.getWidth());
        assertThat(rows(after, 0.05, 0.45)).as("upper half").isLessThanOrEqualTo(4);
        assertThat(rows(after, 0.55, 0.95)).as("lower half").isGreaterThan(50);
    }

    @Test
    void copiesThatNeverCameToBeServedAreSwept() throws Exception {
        Id photo = attached("portrait_6.jpg");
        assertThat(table.stale(photo, "never", java.time.Instant.now())
                        .thenReturn(true)
                        .block())
                .isTrue();
        sweeper.sweepAfter(Duration.ofHours(2));
        assertThat(now(table.due(java.time.Instant.now().plusSeconds(60)).collectList()))
                .noneMatch(copy -> copy.photo().equals(photo));
        assertThat(get(link(photo).picture()).statusCode())
                .as("what is served stays")
                .isEqualTo(200);
    }

    @Test
    void aPlaceholderHasNothingToCoverAndWhatIsNotThereNeither() throws Exception {
        Id heic = attached("IMG_5195.HEIC");
        assertThatThrownBy(() -> redact(heic, List.of(FACE))).isInstanceOf(PhotoNotToRedact.class);
        assertThatThrownBy(() -> redact(uploads.subject(), List.of(FACE))).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void aRegionOutsideThePictureIsNone() {
        assertThat(Region.within(0.5, 0.5, 0.6, 0.1)).isFalse();
        assertThat(Region.within(-0.1, 0, 0.5, 0.5)).isFalse();
        assertThat(Region.within(0, 0, 0, 0.5)).isFalse();
        assertThat(Region.within(Double.NaN, 0, 1, 1)).isFalse();
        assertThat(Region.within(0, 0, 1, 1)).isTrue();
    }

    private Id attached(String name) throws Exception {
        Id person = uploads.somebody();
        Id photo = uploads.upload(person, TestPhotos.real(name));
        assertThat(photos.attach(List.of(photo), person, uploads.subject())
                        .thenReturn(true)
                        .block())
                .isTrue();
        return photo;
    }

    private void redact(Id photo, List<Region> regions) {
        Mono<Boolean> done = photos.redact(photo, regions, uploads.somebody()).thenReturn(true);
        assertThat(done.block(Duration.ofSeconds(60))).isTrue();
    }

    private PhotoLinks link(Id photo) {
        return Objects.requireNonNull(
                now(photos.links(List.of(photo), Viewer.STAFF)).get(photo));
    }

    private static HttpResponse<byte[]> get(URI address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        }
    }

    private static BufferedImage picture(URI address) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(get(address).body()));
    }

    /** Different colours along the diagonal band between two shares of the picture. */
    private static int colours(BufferedImage picture, double from, double to) {
        Set<Integer> seen = new HashSet<>();
        for (int x = (int) (from * picture.getWidth()); x < to * picture.getWidth(); x++) {
            for (int y = (int) (from * picture.getHeight()); y < to * picture.getHeight(); y++) {
                seen.add(picture.getRGB(x, y));
            }
        }
        return seen.size();
    }

    private static int rows(BufferedImage picture, double from, double to) {
        Set<Integer> seen = new HashSet<>();
        for (int y = (int) (from * picture.getHeight()); y < to * picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                seen.add(picture.getRGB(x, y));
            }
        }
        return seen.size();
    }
}
