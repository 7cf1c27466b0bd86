package dev.nnlang.training.data.image;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.file.SourceFile;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.w3c.dom.Element;

/** Has the JDK decode an image, and refuses what it would decode to something else without a word. */
public final class ImageDecoder {

    private static final int MOST_BITS = 16;
    private static final String PNG = "javax_imageio_png_1.0";

    private ImageDecoder() {}

    public static BufferedImage decode(SourceFile file, int channels) throws DataException {
        try (InputStream in = file.open()) {
            byte[] bytes = in.readAllBytes();
            if (JpegHeader.isJpeg(bytes) && JpegHeader.components(bytes) > 3) {
                throw file.problem(
                        "expected an image in grey or in red, green and blue, but found CMYK;" + " save it as RGB");
            }
            ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw file.problem("expected an image (PNG, JPEG, GIF, BMP or TIFF), but found something else;"
                        + " move it elsewhere");
            }
            return checked(file, channels, readers.next(), stream);
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoders of the JDK throw several kinds of exceptions at damaged files.
            String reason = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
            throw file.problem("expected an image, but it is damaged" + reason + "; fetch it anew", e);
        }
    }

    private static BufferedImage checked(SourceFile file, int channels, ImageReader reader, ImageInputStream stream)
            throws IOException {
        AtomicBoolean cutShort = new AtomicBoolean();
        try {
            reader.setInput(stream);
            // The decoder of JPEG fills what is missing with grey, and says so in a warning.
            reader.addIIOReadWarningListener((source, warning) -> {
                if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                    cutShort.set(true);
                }
            });
            BufferedImage image = reader.read(0);
            if (cutShort.get()) {
                throw file.problem("expected an image, but it is damaged (it is cut short); fetch it anew");
            }
            requireKnown(file, image);
            if (channels > 3 && !image.getColorModel().hasAlpha() && hasTransparentColour(reader)) {
                throw file.problem("expected the opacity of each pixel, but found one transparent colour;"
                        + " save it with an alpha channel");
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static void requireKnown(SourceFile file, BufferedImage image) throws DataException {
        SampleModel samples = image.getSampleModel();
        if (samples.getSampleSize(0) > MOST_BITS) {
            throw file.problem("expected 8 or 16 bits for each value of a pixel, but found " + samples.getSampleSize(0)
                    + "; save it with 8");
        }
        int space = image.getColorModel().getColorSpace().getType();
        if (space == ColorSpace.TYPE_CMYK) {
            throw file.problem("expected an image in grey or in red, green and blue, but found CMYK; save it as RGB");
        }
    }

    /** PNG's tRNS of an image without palette, which the JDK does not apply. */
    private static boolean hasTransparentColour(ImageReader reader) throws IOException {
        IIOMetadata metadata = reader.getImageMetadata(0);
        return metadata != null
                && PNG.equals(metadata.getNativeMetadataFormatName())
                && metadata.getAsTree(PNG) instanceof Element tree
                && tree.getElementsByTagName("tRNS").getLength() > 0;
    }
}
