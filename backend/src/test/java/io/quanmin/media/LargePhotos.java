package io.quanmin.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photos as large as the limits allow: just under fifty megapixels, about five megabytes. */
final class LargePhotos {

    static final int WIDTH = 8_660;
    static final int HEIGHT = 5_770;

    private LargePhotos() {}

    static byte[] jpeg(boolean progressive) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int grain = 20261123;
        for (int i = 0; i < samples.length; i += 3) {
            int x = i / 3 % WIDTH;
            int y = i / 3 / WIDTH;
            grain = grain * 1_664_525 + 1_013_904_223;
            int shade = (x / 40 + y / 40) % 200 + (x % 7 == 0 ? grain >>> 26 : 0);
            samples[i] = (byte) (255 - shade);
            samples[i + 1] = (byte) (shade / 2);
            samples[i + 2] = (byte) shade;
        }
        return written(image, progressive);
    }

    private static byte[] written(BufferedImage image, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
