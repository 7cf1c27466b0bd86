package dev.nnlang.training.data.read;

import dev.nnlang.training.data.DataException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes an image file of any format that the JDK reads: PNG, JPEG, GIF, BMP, TIFF. */
final class ImageFile {
    private static final int BITS = 8;

    private ImageFile() {}

    /**
     * The pixels of a file.
     *
     * @param channels 1 for grey, 3 for red, green and blue, 4 for those and opacity
     */
    static Pixels read(SourceFile file, int channels) throws DataException {
        BufferedImage image = decode(file);
        boolean grey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        Pixels pixels = new Pixels(
                image.getHeight(),
                image.getWidth(),
                channels,
                new byte[Math.multiplyExact(image.getHeight() * channels, image.getWidth())]);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = grey ? greyAt(image.getRaster(), x, y) : image.getRGB(x, y);
                store(argb, pixels.bytes(), (y * image.getWidth() + x) * channels, channels);
            }
        }
        return pixels;
    }

    private static BufferedImage decode(SourceFile file) throws DataException {
        try (InputStream in = file.open()) {
            BufferedImage image =
                    ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(in.readAllBytes())));
            if (image == null) {
                throw file.problem("expected an image (PNG, JPEG, GIF, BMP or TIFF), but found something else;"
                        + " move it elsewhere");
            }
            return image;
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoders of the JDK throw several kinds of exceptions at damaged files.
            throw file.problem("expected an image, but it is damaged (" + e.getMessage() + "); fetch it anew", e);
        }
    }

    /** As it is stored: the JDK would convert it to the brightness of a screen. */
    private static int greyAt(Raster raster, int x, int y) {
        int bits = raster.getSampleModel().getSampleSize(0);
        int sample = raster.getSample(x, y, 0);
        int grey = bits > BITS ? sample >> bits - BITS : sample * 255 / ((1 << bits) - 1);
        return 0xff << 24 | grey << 16 | grey << 8 | grey;
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
