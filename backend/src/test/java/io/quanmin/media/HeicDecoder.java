package io.quanmin.media;

import java.awt.image.BufferedImage;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A decoder as a city might bring one; what it shows is always the same. */
final class HeicDecoder extends ImageReaderSpi {

    static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    HeicDecoder() {
        super(
                "a test",
                "1",
                new String[] {"heif"},
                new String[] {"heic"},
                new String[] {"image/heic"},
                Reader.class.getName(),
                new Class<?>[] {ImageInputStream.class},
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    @Override
    public boolean canDecodeInput(Object source) {
        return false;
    }

    @Override
    public ImageReader createReaderInstance(@Nullable Object extension) {
        return new Reader(this);
    }

    @Override
    public String getDescription(Locale locale) {
        return "a test";
    }

    private static final class Reader extends ImageReader {

        Reader(ImageReaderSpi origin) {
            super(origin);
        }

        @Override
        public int getNumImages(boolean allowSearch) {
            return 1;
        }

        @Override
        public int getWidth(int index) {
            return WIDTH;
        }

        @Override
        public int getHeight(int index) {
            return HEIGHT;
        }

        @Override
        public Iterator<ImageTypeSpecifier> getImageTypes(int index) {
            return List.of(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR))
                    .iterator();
        }

        @Override
        public @Nullable IIOMetadata getStreamMetadata() {
            return null;
        }

        @Override
        public @Nullable IIOMetadata getImageMetadata(int index) {
            return null;
        }

        @Override
        public BufferedImage read(int index, @Nullable ImageReadParam parameters) {
            return new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        }
    }
}
