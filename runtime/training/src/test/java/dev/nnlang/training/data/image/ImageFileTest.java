package dev.nnlang.training.data.image;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.file.SourceFile;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFileTest {

    @TempDir
    Path directory;

    private Path write(BufferedImage image, String format) throws IOException {
        Path file = directory.resolve("image." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    private static BufferedImage noise() {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            image.setRGB(i % 64, i / 64, i * 7919 & 0xffffff);
        }
        return image;
    }

    /** The JDK's decoder fills the missing half with grey. */
    @Test
    void refusesAJpegThatIsCutShort() throws IOException {
        Path whole = write(noise(), "jpg");
        assertThat(ImageFile.read(new SourceFile(whole), 3).bytes()).hasLength(64 * 64 * 3);
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(directory.resolve("half.jpg"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(assertThrows(DataException.class, () -> ImageFile.read(new SourceFile(half), 3)))
                .hasMessageThat()
                .contains("half.jpg: expected an image, but it is damaged");
    }

    @Test
    void readsTheOpacityOfGreyPixels() throws IOException {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                BufferedImage.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(1, 1);
        raster.setPixel(0, 0, new int[] {40, 90});
        Path file = write(new BufferedImage(model, raster, false, null), "png");
        assertThat(ImageFile.read(new SourceFile(file), 4).bytes()).isEqualTo(new byte[] {40, 40, 40, 90});
    }

    @Test
    void refusesMoreThanSixteenBits() throws IOException {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, BufferedImage.OPAQUE, DataBuffer.TYPE_FLOAT);
        BufferedImage image = new BufferedImage(model, model.createCompatibleWritableRaster(2, 2), false, null);
        Path file = write(image, "tiff");
        assertThat(assertThrows(DataException.class, () -> ImageFile.read(new SourceFile(file), 1)))
                .hasMessageThat()
                .contains("expected 8 or 16 bits for each value of a pixel, but found 32");
    }

    @Test
    void countsTheComponentsOfAJpeg() throws IOException {
        assertThat(JpegHeader.components(Files.readAllBytes(write(noise(), "jpg"))))
                .isEqualTo(3);
    }
}
