package io.quanmin.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a whole photo, and what only looks like one. */
final class InspectionTest {

    private final Inspection inspection = new Inspection(new PixelLimit(50_000_000));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "DSCN0010.jpg, JPEG, 640, 480",
        "DSCN0042.jpg, JPEG, 640, 480",
        "portrait_6.jpg, JPEG, 600, 450",
        "landscape_8.jpg, JPEG, 450, 600",
        "iphone_hdr_YES.jpg, JPEG, 3264, 2448",
        "jolla.jpg, JPEG, 3264, 2448",
        "image02206.jpg, JPEG, 65, 65",
        "image01551.jpg, JPEG, 61, 58",
        "IMG_5195.HEIC, HEIC, 2566, 3313"
    })
    void aRealPhotoIsKnownByItsContent(String name, PhotoFormat format, int width, int height) throws IOException {
        Anatomy anatomy = inspect(TestPhotos.real(name));

        assertThat(anatomy.format()).isEqualTo(format);
        assertThat(anatomy.width()).isEqualTo(width);
        assertThat(anatomy.height()).isEqualTo(height);
    }

    @Test
    void aPngAndAWebpAreTaken() throws IOException {
        assertThat(inspect(TestPhotos.made("png", 70, 30)).format()).isEqualTo(PhotoFormat.PNG);
        assertThat(inspect(TestPhotos.webp())).satisfies(webp -> {
            assertThat(webp.format()).isEqualTo(PhotoFormat.WEBP);
            assertThat(webp.pixels()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "\u00ff\u00d8",
                "GIF89a............",
                "<html>photo</html>",
                "PK\u0003\u0004............",
                "%PDF-1.7 ......."
            })
    void whatIsNoPhotoIsRefused(String content) {
        byte[] bytes = content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> inspect(bytes)).isInstanceOf(NotAPhoto.class);
    }

    @ParameterizedTest
    @EnumSource(PhotoFormat.class)
    void aPhotoCutAnywhereIsRefused(PhotoFormat format) {
        byte[] whole = TestPhotos.of(format);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            int length = random.nextInt(PhotoFormat.HEAD, whole.length);
            assertThatThrownBy(() -> inspect(Arrays.copyOf(whole, length)))
                    .as("seed %d, %d of %d bytes", seed, length, whole.length)
                    .isInstanceOf(BrokenPhoto.class);
        }
    }

    @ParameterizedTest
    @EnumSource(PhotoFormat.class)
    void aPhotoThatIsAnArchiveOrAPageTooIsRefused(PhotoFormat format) throws IOException {
        byte[] photo = TestPhotos.of(format);
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(UTF_8);

        assertThatThrownBy(() -> inspect(TestPhotos.joined(photo, zip()))).isInstanceOf(BrokenPhoto.class);
        assertThatThrownBy(() -> inspect(TestPhotos.joined(photo, page))).isInstanceOf(BrokenPhoto.class);
        assertThatThrownBy(() -> inspect(TestPhotos.joined(photo, new byte[100], page)))
                .isInstanceOf(BrokenPhoto.class);
    }

    @Test
    void anArchiveInsideACommentAtTheEndIsFound() throws IOException {
        byte[] jpeg = TestPhotos.made("jpeg", 20, 20);
        byte[] end = {(byte) 0xFF, (byte) 0xD9};
        byte[] zip = zip();
        // The ZIP's comment covers the JPEG's end marker, and a JPEG comment covers the ZIP.
        zip[zip.length - 2] = 2;
        byte[] comment = ByteBuffer.allocate(4)
                .putShort((short) 0xFFFE)
                .putShort((short) (zip.length + 2))
                .array();
        byte[] both = TestPhotos.joined(Arrays.copyOf(jpeg, jpeg.length - 2), comment, zip, end);

        assertThatThrownBy(() -> inspect(both)).isInstanceOf(BrokenPhoto.class);
    }

    @Test
    void aPageInAJpegsFirstCommentIsRefused() {
        byte[] jpeg = TestPhotos.made("jpeg", 20, 20);
        byte[] page = "<script>alert(1)</script>".getBytes(US_ASCII);
        byte[] comment = ByteBuffer.allocate(4 + page.length)
                .putShort((short) 0xFFFE)
                .putShort((short) (page.length + 2))
                .put(page)
                .array();
        byte[] both = TestPhotos.joined(Arrays.copyOf(jpeg, 2), comment, Arrays.copyOfRange(jpeg, 2, jpeg.length));

        assertThatThrownBy(() -> inspect(both)).isInstanceOf(BrokenPhoto.class);
    }

    @Test
    void whatPhonesAppendToAJpegIsTaken() throws IOException {
        byte[] jpeg = TestPhotos.made("jpeg", 20, 20);
        byte[] film = ByteBuffer.allocate(24)
                .putInt(16)
                .put("ftypmp42".getBytes(US_ASCII))
                .putInt(0)
                .putInt(8)
                .put("mdat".getBytes(US_ASCII))
                .array();

        assertThat(inspect(TestPhotos.joined(jpeg, new byte[64])).width()).isEqualTo(20);
        assertThat(inspect(TestPhotos.joined(jpeg, TestPhotos.made("jpeg", 8, 8)))
                        .width())
                .isEqualTo(20);
        assertThat(inspect(TestPhotos.joined(jpeg, film)).width()).isEqualTo(20);
        assertThat(inspect(TestPhotos.joined(jpeg, samsung(40, 25))).width()).isEqualTo(20);
        assertThat(inspect(TestPhotos.joined(jpeg, TestPhotos.made("jpeg", 8, 8), new byte[16], samsung(30)))
                        .width())
                .isEqualTo(20);
    }

    @Test
    void whatOnlyEndsLikeASamsungBlockIsRefused() {
        byte[] jpeg = TestPhotos.made("jpeg", 20, 20);
        byte[] block = samsung(40, 25);
        byte[] wrongLength = block.clone();
        wrongLength[block.length - 8]++;
        byte[] gap = block.clone();
        gap[65 + 12 + 8]--;

        for (byte[] tail : new byte[][] {
            "anything SEFT".getBytes(US_ASCII),
            "anything SEFH....SEFT".getBytes(US_ASCII),
            TestPhotos.joined("anything".getBytes(US_ASCII), block),
            wrongLength,
            gap,
            Arrays.copyOfRange(block, 65, block.length)
        }) {
            assertThatThrownBy(() -> inspect(TestPhotos.joined(jpeg, "..".getBytes(US_ASCII), tail)))
                    .isInstanceOf(BrokenPhoto.class);
        }
        assertThatThrownBy(() -> inspect(TestPhotos.joined(jpeg, gap))).isInstanceOf(BrokenPhoto.class);
        assertThatThrownBy(() -> inspect(TestPhotos.joined(jpeg, wrongLength))).isInstanceOf(BrokenPhoto.class);
    }

    /** A block with pieces of these lengths, each beginning with two zeros and its kind. */
    private static byte[] samsung(int... lengths) {
        int all = Arrays.stream(lengths).sum();
        int directory = 12 + 12 * lengths.length;
        ByteBuffer block = ByteBuffer.allocate(all + directory + 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int length : lengths) {
            block.putShort((short) 0).putShort((short) 0x0A01).put(new byte[length - 4]);
        }
        block.put("SEFH".getBytes(US_ASCII)).putInt(101).putInt(lengths.length);
        int distance = all;
        for (int length : lengths) {
            block.putShort((short) 0).putShort((short) 0x0A01).putInt(distance).putInt(length);
            distance -= length;
        }
        return block.putInt(directory).put("SEFT".getBytes(US_ASCII)).array();
    }

    @Test
    void moreThanFiftyMegapixelsAreRefusedBeforeAnythingIsUnpacked() {
        byte[] jpeg = TestPhotos.made("jpeg", 20, 20);
        int frame = indexOf(jpeg, (byte) 0xC0);
        ByteBuffer.wrap(jpeg).putShort(frame + 4, (short) 9000).putShort(frame + 6, (short) 9000);

        assertThatThrownBy(() -> inspect(jpeg)).isInstanceOf(TooManyPixels.class);
        assertThatThrownBy(() -> inspect(png(60_000, 60_000, new byte[10]))).isInstanceOf(TooManyPixels.class);
        assertThatThrownBy(() -> inspect(png(Integer.MAX_VALUE, 2, new byte[10])))
                .isInstanceOf(TooManyPixels.class);
        assertThatThrownBy(() -> inspect(png(0, 10, new byte[10]))).isInstanceOf(BrokenPhoto.class);
    }

    @Test
    void aPngThatUnpacksToMoreOrLessThanItAnnouncedIsRefused() throws IOException {
        int exact = 11 * (1 + 10 * 3);

        assertThat(inspect(png(10, 11, new byte[exact])).height()).isEqualTo(11);
        assertThatThrownBy(() -> inspect(png(10, 11, new byte[exact - 1]))).isInstanceOf(BrokenPhoto.class);
        assertThatThrownBy(() -> inspect(png(10, 11, new byte[exact + 1]))).isInstanceOf(BrokenPhoto.class);
        assertThatThrownBy(() -> inspect(png(10, 11, new byte[200_000_000]))).isInstanceOf(BrokenPhoto.class);
    }

    @Test
    void aPngWithAWrongChecksumIsRefused() {
        byte[] png = TestPhotos.made("png", 30, 30);
        png[png.length - 20] ^= 1;

        assertThatThrownBy(() -> inspect(png)).isInstanceOf(BrokenPhoto.class);
    }

    @Test
    void aJpegOfThousandsOfScansIsRefused() {
        byte[] jpeg = TestPhotos.made("jpeg", 20, 20);
        int scan = indexOf(jpeg, (byte) 0xDA) - 1;
        byte[] body = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(jpeg, 0, scan);
        for (int i = 0; i < 1_000; i++) {
            bomb.writeBytes(body);
        }
        bomb.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});

        assertThatThrownBy(() -> inspect(bomb.toByteArray())).isInstanceOf(BrokenPhoto.class);
    }

    @ParameterizedTest
    @EnumSource(PhotoFormat.class)
    void aDamagedPhotoIsAPhotoOrAProblemAndNothingElse(PhotoFormat format) throws IOException {
        byte[] whole = TestPhotos.of(format);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j < 1 + random.nextInt(8); j++) {
                damaged[random.nextInt(Math.min(damaged.length, 4_000))] = (byte) random.nextInt();
            }
            try {
                assertThat(inspect(damaged).pixels()).as("seed %d", seed).isPositive();
            } catch (BrokenPhoto | NotAPhoto | TooManyPixels refused) {
                assertThat(refused.slug()).as("seed %d", seed).isNotBlank();
            }
        }
    }

    private Anatomy inspect(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("photo"), content);
        return inspection.inspect(file);
    }

    private static int indexOf(byte[] jpeg, byte marker) {
        int position = 2;
        while (jpeg[position + 1] != marker) {
            position += 2 + ByteBuffer.wrap(jpeg).getShort(position + 2);
        }
        return position + 1;
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write(1);
        }
        return out.toByteArray();
    }

    /** RGB, eight bits, with the pixels given whatever the size says. */
    private static byte[] png(int width, int height, byte[] raw) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 2)
                .array();
        return TestPhotos.joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", header),
                chunk("IDAT", packed(raw)),
                chunk("IEND", new byte[0]));
    }

    private static byte[] packed(byte[] raw) {
        Deflater deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        byte[] packed = new byte[raw.length / 100 + 1_000];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] body = TestPhotos.joined(type.getBytes(US_ASCII), data);
        CRC32 checksum = new CRC32();
        checksum.update(body);
        return ByteBuffer.allocate(body.length + 8)
                .putInt(data.length)
                .put(body)
                .putInt((int) checksum.getValue())
                .array();
    }
}
