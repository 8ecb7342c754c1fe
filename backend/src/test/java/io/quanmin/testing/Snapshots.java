package io.quanmin.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Photos as a phone takes them: each seed another picture, with the time and place the camera writes down. */
public final class Snapshots {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");
    private static final int SIDE = 9;
    private static final int FIELD = 40;
    private static final short ASCII = 2;
    private static final short LONG = 4;
    private static final short RATIONAL = 5;

    private Snapshots() {}

    /** A picture; two of one seed look the same. Without a time the camera wrote nothing. */
    public static byte[] taken(long seed, @Nullable Instant at, double longitude, double latitude) {
        byte[] picture = picture(seed);
        return at == null ? picture : withEvidence(picture, evidence(at, longitude, latitude));
    }

    private static byte[] picture(long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(SIDE * FIELD, SIDE * FIELD, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                graphics.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
                graphics.fillRect(x * FIELD, y * FIELD, FIELD, FIELD);
            }
        }
        graphics.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, "jpg", out)) {
                throw new IllegalStateException("no writer for JPEG");
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Right after the start of the picture. */
    private static byte[] withEvidence(byte[] jpeg, byte[] tiff) {
        byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 4 + head.length + tiff.length);
        out.put(jpeg, 0, 2);
        out.putShort((short) 0xFFE1).putShort((short) (2 + head.length + tiff.length));
        out.put(head).put(tiff).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    private static byte[] evidence(Instant at, double longitude, double latitude) {
        ByteBuffer tiff = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        entry(tiff, 0x8769, LONG, 1, 38);
        entry(tiff, 0x8825, LONG, 1, 68);
        tiff.putInt(0);
        tiff.position(38).putShort((short) 2);
        entry(tiff, 0x9003, ASCII, 20, 130);
        entry(tiff, 0x9011, ASCII, 7, 150);
        tiff.putInt(0);
        tiff.position(68).putShort((short) 4);
        entry(tiff, 1, ASCII, 2, latitude < 0 ? 'S' : 'N');
        entry(tiff, 2, RATIONAL, 3, 160);
        entry(tiff, 3, ASCII, 2, longitude < 0 ? 'W' : 'E');
        entry(tiff, 4, RATIONAL, 3, 184);
        tiff.putInt(0);
        text(tiff, 130, TIME.format(at.atOffset(ZoneOffset.UTC)));
        text(tiff, 150, "+00:00");
        angle(tiff, 160, Math.abs(latitude));
        angle(tiff, 184, Math.abs(longitude));
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, short type, int count, int value) {
        tiff.putShort((short) tag).putShort(type).putInt(count).putInt(value);
    }

    private static void text(ByteBuffer tiff, int where, String text) {
        tiff.position(where).put(text.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    }

    private static void angle(ByteBuffer tiff, int where, double degrees) {
        tiff.position(where);
        tiff.putInt((int) Math.round(degrees * 10_000_000)).putInt(10_000_000);
        tiff.putInt(0).putInt(1).putInt(0).putInt(1);
    }
}
