package io.quanmin.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import io.quanmin.kernel.Datum;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of a photo, and what is served of it. */
final class CopiesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DSCN0010.jpg",
                "portrait_6.jpg",
                "iphone_hdr_YES.jpg",
                "image02206.jpg",
                "made.webp",
                "made-lossless.webp"
            })
    void whatIsServedHasNoMetadata(String name) throws Exception {
        Copies copies = copies(TestPhotos.real(name));
        for (byte[] served : new byte[][] {copies.picture(), copies.thumbnail()}) {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(served));
            assertThat(metadata.containsDirectoryOfType(ExifIFD0Directory.class))
                    .isFalse();
            assertThat(metadata.containsDirectoryOfType(GpsDirectory.class)).isFalse();
            assertThat(new String(served, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("Exif", "http://ns.adobe.com", "ICC_PROFILE", "Photoshop");
        }
    }

    @Test
    void positionAndTimeComeFromExif() throws IOException {
        Evidence evidence = evidence("DSCN0010.jpg");

        assertThat(evidence.takenFrom()).satisfies(from -> {
            assertThat(Objects.requireNonNull(from).datum()).isEqualTo(Datum.WGS84);
            assertThat(from.latitude()).isEqualTo(43.46745, Offset.offset(1e-5));
            assertThat(from.longitude()).isEqualTo(11.88513, Offset.offset(1e-5));
        });
        assertThat(evidence.takenAt()).isEqualTo(Instant.parse("2008-10-22T08:28:39Z"));
    }

    @Test
    void positionAndTimeOfAHeicAreReadThoughItsPixelsAreNot() throws IOException {
        Evidence evidence = evidence("IMG_5195.HEIC");

        assertThat(evidence.takenAt()).isEqualTo(Instant.parse("2021-04-11T20:47:53.054Z"));
        assertThat(Objects.requireNonNull(evidence.takenFrom()).latitude()).isEqualTo(39.05134, Offset.offset(1e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image02206.jpg", "image01551.jpg"})
    void exifWrittenBadlyHurtsNothing(String name) throws IOException {
        assertThat(evidence(name).orientation()).isBetween(1, 8);
        assertThat(copies(TestPhotos.real(name)).width()).isPositive();
    }

    @Test
    void exifThatIsGarbageIsNoEvidence() {
        assertThat(Evidence.read(new byte[] {1, 2, 3}, SHANGHAI)).isEqualTo(Evidence.NONE);
        assertThat(Evidence.read(new byte[0], SHANGHAI)).isEqualTo(Evidence.NONE);
        assertThat(Evidence.read(null, SHANGHAI)).isEqualTo(Evidence.NONE);
    }

    @ParameterizedTest
    @CsvSource({"portrait_6.jpg, 450, 600", "landscape_8.jpg, 600, 450", "iphone_hdr_YES.jpg, 1600, 1200"})
    void theServedPictureStandsUpright(String name, int width, int height) throws IOException {
        Copies copies = copies(TestPhotos.real(name));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(copies.picture()));
        BufferedImage thumbnail = ImageIO.read(new ByteArrayInputStream(copies.thumbnail()));

        assertThat(picture.getWidth()).isEqualTo(width).isEqualTo(copies.width());
        assertThat(picture.getHeight()).isEqualTo(height).isEqualTo(copies.height());
        assertThat(Math.max(thumbnail.getWidth(), thumbnail.getHeight())).isEqualTo(320);
    }

    /** Where the red corner of a stored picture must be once it stands upright: top left, for each way of holding the camera. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 0", "3, 1, 2", "4, 0, 2", "5, 0, 0", "6, 0, 2", "7, 1, 2", "8, 1, 0"})
    void eachOrientationIsTurnedRight(int orientation, int x, int y) {
        BufferedImage stored = new BufferedImage(2, 3, BufferedImage.TYPE_INT_RGB);
        stored.setRGB(x, y, Color.RED.getRGB());

        BufferedImage upright = Upright.turn(stored, orientation);

        assertThat(upright.getRGB(0, 0)).isEqualTo(Color.RED.getRGB());
        assertThat(upright.getWidth()).isEqualTo(orientation < 5 ? 2 : 3);
    }

    @Test
    void alikePhotosHaveAlikeHashes() throws IOException {
        BufferedImage photo = ImageIO.read(new ByteArrayInputStream(TestPhotos.real("DSCN0010.jpg")));
        long original = hash(TestPhotos.real("DSCN0010.jpg"));
        long smaller = hash(TestPhotos.encoded(Shrinking.within(photo, 400), "jpeg"));
        long other = hash(TestPhotos.real("DSCN0042.jpg"));

        assertThat(Long.bitCount(original ^ smaller)).isLessThanOrEqualTo(4);
        assertThat(Long.bitCount(original ^ other)).isGreaterThan(10);
    }

    @Test
    void aPictureSmallerThanTheCopiesKeepsItsSize() throws IOException {
        Copies copies = copies(TestPhotos.made("png", 41, 7));

        assertThat(copies.width()).isEqualTo(41);
        assertThat(ImageIO.read(new ByteArrayInputStream(copies.thumbnail())).getWidth())
                .isEqualTo(41);
    }

    @Test
    void aWebpTooLargeForItsDecoderIsNotDecoded() {
        assertThat(Decoding.reads(new Anatomy(PhotoFormat.WEBP, 4_000, 4_000, 4, true, null)))
                .isTrue();
        assertThat(Decoding.reads(new Anatomy(PhotoFormat.WEBP, 4_001, 4_000, 4, true, null)))
                .isFalse();
        assertThat(Decoding.memory(new Anatomy(PhotoFormat.WEBP, 4_000, 3_000, 4, true, null)))
                .isGreaterThan(384_000_000);
        assertThat(Decoding.memory(new Anatomy(PhotoFormat.JPEG, 8_660, 5_770, 3, false, null)))
                .isLessThan(24_000_000);
    }

    @Test
    void aHeicIsReadWhereADecoderIsBrought() throws IOException {
        byte[] content = TestPhotos.real("IMG_5195.HEIC");
        assertThat(Decoding.reads(anatomy(content))).isFalse();
        HeicDecoder decoder = new HeicDecoder();
        IIORegistry.getDefaultInstance().registerServiceProvider(decoder);
        try {
            Anatomy anatomy = anatomy(content);
            assertThat(Decoding.reads(anatomy)).isTrue();
            assertThat(Decoding.memory(anatomy)).isGreaterThan(anatomy.pixels() * 8);
            assertThat(Decoding.orientation(anatomy, new Evidence(null, null, 6)))
                    .isEqualTo(1);
            assertThat(copies(content).width()).isEqualTo(HeicDecoder.WIDTH);
        } finally {
            IIORegistry.getDefaultInstance().deregisterServiceProvider(decoder);
        }
        assertThat(Decoding.reads(anatomy(content))).isFalse();
    }

    @Test
    void extremeShapesAreTaken() throws IOException {
        assertThat(copies(TestPhotos.made("png", 5000, 1)).width()).isEqualTo(1600);
        assertThat(copies(TestPhotos.made("jpeg", 1, 5000)).height()).isEqualTo(1600);
        assertThat(copies(TestPhotos.made("png", 1, 1)).width()).isEqualTo(1);
    }

    @Test
    void transparencyBecomesWhite() throws IOException {
        byte[] png = TestPhotos.encoded(new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB), "png");
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(copies(png).picture()));

        assertThat(picture.getRGB(25, 25)).isEqualTo(Color.WHITE.getRGB());
    }

    private long hash(byte[] content) throws IOException {
        return Objects.requireNonNull(copies(content).hash());
    }

    private Evidence evidence(String name) throws IOException {
        return Evidence.read(anatomy(TestPhotos.real(name)).exif(), SHANGHAI);
    }

    private Copies copies(byte[] content) throws IOException {
        Anatomy anatomy = anatomy(content);
        int orientation = Decoding.orientation(anatomy, Evidence.read(anatomy.exif(), SHANGHAI));
        return Copies.of(Decoding.decode(folder.resolve("photo"), anatomy), orientation);
    }

    private Anatomy anatomy(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("photo"), content);
        return new Inspection(new PixelLimit(50_000_000)).inspect(file);
    }
}
