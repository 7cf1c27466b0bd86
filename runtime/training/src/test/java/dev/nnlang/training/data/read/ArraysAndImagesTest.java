package dev.nnlang.training.data.read;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.RowPolicy;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Source;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.Values;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArraysAndImagesTest {
    private static final Schema POINT = Schema.named("Point")
            .input(Column.real("x", 2))
            .input(Column.integer("n"))
            .target(Column.oneOf("side", "left", "right"));
    private static final Schema PICTURE =
            Schema.named("Picture").target(Column.oneOf("label", "cat", "dog")).input(Column.image("image", 2, 2, 1));

    @TempDir
    Path folder;

    private void save(String name, int version, String type, String shape, boolean fortran, byte[] data)
            throws IOException {
        String header = "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': "
                + shape + ", }\n";
        ByteBuffer file =
                ByteBuffer.allocate(12 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            file.putShort((short) header.length());
        } else {
            file.putInt(header.length());
        }
        file.put(header.getBytes(ISO_8859_1)).put(data).flip();
        byte[] bytes = new byte[file.remaining()];
        file.get(bytes);
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private static byte[] longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 8);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }

    private Table points() throws IOException {
        return Tables.read(POINT, Source.npy("x.npy", "y.npy"), folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void readsArrays(int version) throws IOException {
        save("x.npy", version, "<f4", "(2, 3)", false, floats(1.5f, 2, 3, -4, 5e-3f, 6));
        save("y.npy", version, ">i8", "(2,)", false, longs(1, 0));
        Table table = points();
        assertThat(table.reals("x")).isEqualTo(new double[] {1.5, 2, -4, 5e-3f});
        assertThat(table.reals("n")).isEqualTo(new double[] {3, 6});
        assertThat(table.labels("side")).isEqualTo(new int[] {1, 0});
    }

    /** The same rows as columns, in half precision: 1.5, 2, -4 and 0.5 are exact. */
    @Test
    void readsHalvesInFortranOrder() throws IOException {
        ByteBuffer halves = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        for (int bits : new int[] {0x3e00, 0xc400, 0x4000, 0x3800, 0x4200, 0x4600}) {
            halves.putShort((short) bits);
        }
        save("x.npy", 1, "<f2", "(2, 3)", true, halves.array());
        save("y.npy", 1, ">i8", "(2,)", true, longs(1, 0));
        Table table = points();
        assertThat(table.reals("x")).isEqualTo(new double[] {1.5, 2, -4, 0.5});
        assertThat(table.reals("n")).isEqualTo(new double[] {3, 6});
        assertThat(table.labels("side")).isEqualTo(new int[] {1, 0});
    }

    @Test
    void readsImagesAndNumberedLabelsFromArrays() throws IOException {
        Schema schema = Schema.named("Digit")
                .input(Column.image("image", 1, 2, 1))
                .target(Column.oneOf("digit", "7", "8", "9"));
        save("x.npy", 1, "|u1", "(2, 1, 2)", false, new byte[] {0, -1, 1, 2});
        save("y.npy", 1, "|u1", "(2, 1)", false, new byte[] {9, 7});
        Table table = Tables.read(schema, Source.npy("x.npy", "y.npy"), folder);
        assertThat(((Values.Pixels) table.values("image")).values()).isEqualTo(new byte[] {0, -1, 1, 2});
        assertThat(table.labels("digit")).isEqualTo(new int[] {2, 0});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c8 | (2, 3) | false | x.npy: expected an array whose header tells floats of 2, 4 or 8 bytes,"
                        + " integers or truth values, but found {'descr': '<c8', 'fortran_order': False, 'shape': (2, 3), }; save it"
                        + " from NumPy as an array of numbers",
                "<f4 | (2, 4) | false | x.npy: expected an array of shape (rows, 3), but found (rows, 4)",
                "<f4 | (3, 3) | false | y.npy: expected 3 rows, as many as x.npy has, but found 2; name two files that"
                        + " belong together",
            })
    void refusesOtherArrays(String type, String shape, boolean fortran, String message) throws IOException {
        save("x.npy", 1, type, shape, fortran, new byte[48]);
        save("y.npy", 1, "|u1", "(2,)", false, new byte[2]);
        DataException problem = assertThrows(DataException.class, this::points);
        assertThat(problem.getMessage().replace(folder + "/", "")).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(1000000000000, 3)", "(4, 100000, 100000)", "(9223372036854775808, 3)"})
    void refusesArraysThatNoMemoryHolds(String shape) throws IOException {
        save("x.npy", 1, "<f8", shape, false, new byte[48]);
        save("y.npy", 1, ">i8", "(2,)", false, longs(1, 0));
        assertThat(assertThrows(DataException.class, this::points))
                .hasMessageThat()
                .contains("x.npy: expected rows of at most");
    }

    @Test
    void saysWhichRowOfAnArrayIsWrong() throws IOException {
        save("x.npy", 1, "<f4", "(2, 3)", false, floats(1, 2, 3, 4, Float.NaN, 6));
        save("y.npy", 1, "|u1", "(2,)", false, new byte[] {0, 1});
        assertThat(assertThrows(DataException.class, this::points))
                .hasMessageThat()
                .endsWith("x.npy: row 1: column `x`: expected finite numbers, but found [4.0, NaN]; write"
                        + " `-> impute(mean)` behind its type, or leave such rows out with `missing: drop`");
        Table dropped = Tables.read(POINT.policy(RowPolicy.PLAIN.dropMissing()), Source.npy("x.npy", "y.npy"), folder);
        assertThat(dropped.rows()).isEqualTo(1);
        assertThat(dropped.dropped()).isEqualTo(1);
        save("y.npy", 1, "|u1", "(2,)", false, new byte[] {2, 1});
        assertThat(assertThrows(DataException.class, this::points))
                .hasMessageThat()
                .endsWith("y.npy: row 0: column `side`: expected a whole number from 0 to 1, but found 2.0");
    }

    private void draw(String name, int type, int width, int height, int... rgb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < rgb.length; i++) {
            if (type == BufferedImage.TYPE_BYTE_GRAY) {
                image.getRaster().setSample(i % width, i / width, 0, rgb[i]);
            } else {
                image.setRGB(i % width, i / width, rgb[i]);
            }
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private Table pictures(boolean resize) throws IOException {
        return Tables.read(PICTURE, Source.images("train/*/", resize), folder);
    }

    @Test
    void readsFoldersOfImages() throws IOException {
        draw("train/dog/a.png", BufferedImage.TYPE_BYTE_GRAY, 2, 2, 0, 100, 200, 255);
        draw("train/cat/b.png", BufferedImage.TYPE_INT_RGB, 2, 2, 0xff0000, 0x00ff00, 0x0000ff, 0xffffff);
        draw("train/cat/c.png", BufferedImage.TYPE_BYTE_GRAY, 2, 2, 1, 2, 3, 4);
        Table table = pictures(false);
        assertThat(table.labels("label")).isEqualTo(new int[] {0, 1, 0});
        assertThat(((Values.Pixels) table.values("image")).values())
                .isEqualTo(new byte[] {76, (byte) 150, 29, -1, 0, 100, (byte) 200, -1, 1, 2, 3, 4});
    }

    @Test
    void bringsImagesToOneSizeIfAsked() throws IOException {
        draw("train/cat/big.png", BufferedImage.TYPE_BYTE_GRAY, 4, 2, 10, 10, 90, 90, 30, 30, 90, 90);
        assertThat(assertThrows(DataException.class, () -> pictures(false)))
                .hasMessageThat()
                .endsWith("big.png: expected an image of 2x2 pixels, but found 2x4; write `images(…, resize: true)` to"
                        + " bring all to one size");
        // A new pixel is two old ones wide, and takes a seventh of its weight from the next.
        assertThat(((Values.Pixels) pictures(true).values("image")).values()).isEqualTo(new byte[] {21, 79, 39, 81});
    }

    @Test
    void saysWhatIsWrongWithAFolder() throws IOException {
        draw("train/bird/a.png", BufferedImage.TYPE_BYTE_GRAY, 2, 2);
        assertThat(assertThrows(DataException.class, () -> pictures(false)))
                .hasMessageThat()
                .endsWith("bird: expected a folder named by a value of `label`, one of cat, dog; rename it, move it, or"
                        + " declare the value");
        Files.move(folder.resolve("train/bird"), folder.resolve("train/cat"));
        Files.writeString(folder.resolve("train/cat/notes.txt"), "no image");
        assertThat(assertThrows(DataException.class, () -> pictures(false)))
                .hasMessageThat()
                .endsWith(
                        "notes.txt: expected an image (PNG, JPEG, GIF, BMP or TIFF), but found something else; move it"
                                + " elsewhere");
        assertThat(assertThrows(
                        DataException.class, () -> Tables.read(PICTURE, Source.images("none/*", false), folder)))
                .hasMessageThat()
                .contains("none: there is no such file");
    }

    @Test
    void readsCifar10() throws IOException {
        Schema schema = Schema.named("Thing")
                .input(Column.image("image", 32, 32, 3))
                .target(Column.oneOf("label", "plane", "car"));
        ByteArrayOutputStream planes = new ByteArrayOutputStream();
        planes.write(1);
        for (int channel = 1; channel <= 3; channel++) {
            for (int i = 0; i < 1024; i++) {
                planes.write(i == 1 ? 10 * channel : channel);
            }
        }
        Files.write(folder.resolve("data_batch_2.bin"), new byte[3073]);
        Files.write(folder.resolve("data_batch_1.bin"), planes.toByteArray());
        Table table = Tables.read(schema, Source.cifar10("data_batch_*.bin"), folder);
        assertThat(table.labels("label")).isEqualTo(new int[] {1, 0});
        byte[] pixels = ((Values.Pixels) table.values("image")).values();
        assertThat(java.util.Arrays.copyOf(pixels, 7)).isEqualTo(new byte[] {1, 2, 3, 10, 20, 30, 1});
        Files.write(folder.resolve("data_batch_3.bin"), new byte[3000]);
        assertThat(assertThrows(
                        DataException.class, () -> Tables.read(schema, Source.cifar10("data_batch_*.bin"), folder)))
                .hasMessageThat()
                .endsWith("data_batch_3.bin: expected images of 3073 bytes, but the last one is cut short; is it a file"
                        + " of CIFAR-10's binary version, and whole?");
    }
}
