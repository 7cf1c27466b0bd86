package dev.nnlang.training.data.image;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.file.SourceFile;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** Decodes an image file of any format that the JDK reads: PNG, JPEG, GIF, BMP, TIFF. */
public final class ImageFile {
    private static final int BITS = 8;

    private ImageFile() {}

    /**
     * The pixels of a file.
     *
     * @param channels 1 for grey, 3 for red, green and blue, 4 for those and opacity
     */
    public static Pixels read(SourceFile file, int channels) throws DataException {
        BufferedImage image = ImageDecoder.decode(file, channels);
        boolean grey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        Pixels pixels = new Pixels(
                image.getHeight(),
                image.getWidth(),
                channels,
                new byte[Math.multiplyExact(image.getHeight() * channels, image.getWidth())]);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = grey ? greyAt(image, x, y) : image.getRGB(x, y);
                store(argb, pixels.bytes(), (y * image.getWidth() + x) * channels, channels);
            }
        }
        return pixels;
    }

    /** As it is stored: the JDK would convert it to the brightness of a screen. */
    private static int greyAt(BufferedImage image, int x, int y) {
        int grey = sample(image.getRaster(), x, y, 0);
        int opacity = image.getColorModel().hasAlpha() ? sample(image.getRaster(), x, y, 1) : 0xff;
        return opacity << 24 | grey << 16 | grey << 8 | grey;
    }

    private static int sample(Raster raster, int x, int y, int band) {
        int bits = raster.getSampleModel().getSampleSize(band);
        int sample = raster.getSample(x, y, band);
        return bits > BITS ? sample >> bits - BITS : sample * 255 / ((1 << bits) - 1);
    }

    private static void store(int argb, byte[] bytes, int at, int channels) {
        int red = argb >> 16 & 0xff;
        int green = argb >> 8 & 0xff;
        int blue = argb & 0xff;
        if (channels == 1) {
            // Luma of ITU-R BT.601, as PIL's convert("L") takes it.
            bytes[at] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
            return;
        }
        bytes[at] = (byte) red;
        bytes[at + 1] = (byte) green;
        bytes[at + 2] = (byte) blue;
        if (channels > 3) {
            bytes[at + 3] = (byte) (argb >>> 24);
        }
    }
}
