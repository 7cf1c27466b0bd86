package dev.nnlang.training.data.read;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Source;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.Values;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxTableTest {
    private static final Schema GARMENT = Schema.named("Garment")
            .input(Column.image("image", 1, 2, 1))
            .target(Column.oneOf("label", "shirt", "boot"));
    private static final String IMAGES = "00000803 00000003 00000001 00000002 00ff 0102 0304";
    private static final String LABELS = "00000801 00000003 00 01 00";

    @TempDir
    Path directory;

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private Table read(byte[] images, byte[] labels) throws IOException {
        Files.write(directory.resolve("images.gz"), images);
        Files.write(directory.resolve("labels"), labels);
        return Tables.read(GARMENT, Source.idx("images.gz", "labels"), directory);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    @Test
    void readsImagesAndLabelsPlainOrCompressed() throws IOException {
        for (byte[] images : new byte[][] {hex(IMAGES), gzip(hex(IMAGES))}) {
            Table table = read(images, hex(LABELS));
            assertThat(table.rows()).isEqualTo(3);
            assertThat(((Values.Pixels) table.values("image")).values()).isEqualTo(new byte[] {0, -1, 1, 2, 3, 4});
            assertThat(table.labels("label")).isEqualTo(new int[] {0, 1, 0});
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00000801 00000003                            | images.gz: expected an idx file of bytes, beginning with"
                        + " 00000803, but found 00000801",
                "00000803 00                                  | images.gz: expected the header of an idx file, but found"
                        + " a file that ends before",
                "00000803 00000003 00000002 00000002          | images.gz: expected rows of shape [1, 2], but found"
                        + " [2, 2]",
                "00000803 00000000 00000001 00000002          | images.gz: expected at least 1 row, but found"
                        + " 0 rows",
                "00000803 ffffffff 00000001 00000002          | images.gz: expected at least 1 row, but found"
                        + " -1 rows",
                "00000803 00000003 00000001 00000002 00ff     | images.gz: expected 6 bytes of data, as its header says,"
                        + " but found 2: the file is cut short",
                "00000803 00000003 00000001 00000002 00ff 0102 0304 05 | images.gz: expected 6 bytes of data, as its"
                        + " header says, but found more",
            })
    void refusesImagesThatAreNotWhatTheySay(String images, String expected) {
        DataException problem = assertThrows(DataException.class, () -> read(hex(images), hex(LABELS)));
        assertThat(problem).hasMessageThat().contains(expected);
        assertThat(problem).hasMessageThat().endsWith("is it the right file, and whole?");
    }

    @Test
    void refusesLabelsThatDoNotFit() {
        assertThat(assertThrows(DataException.class, () -> read(hex(IMAGES), hex("00000801 00000002 00 01"))))
                .hasMessageThat()
                .contains("labels: expected 3 labels, one for each image of");
        assertThat(assertThrows(DataException.class, () -> read(hex(IMAGES), hex("00000801 00000003 00 02 00"))))
                .hasMessageThat()
                .contains("labels: expected as the label of row 1 a whole number from 0 to 1, but found 2");
    }

    @Test
    void refusesACompressedFileThatIsCutShort() throws IOException {
        byte[] compressed = gzip(hex(IMAGES));
        byte[] cut = Arrays.copyOf(compressed, compressed.length - 12);
        assertThat(assertThrows(DataException.class, () -> read(cut, hex(LABELS))))
                .hasMessageThat()
                .contains("cut short");
    }

    @Test
    void refusesASchemaThatIsNoImageWithALabel() {
        Schema flower = Schema.named("Flower").input(Column.real("a")).target(Column.oneOf("b", "x", "y"));
        assertThat(assertThrows(DataException.class, () -> Tables.read(flower, Source.idx("a", "b"), directory)))
                .hasMessageThat()
                .isEqualTo("Flower: idx files give an image and a label; declare `input a: image(…)` and"
                        + " `target b: one of …`");
    }

    /** A label that is a number stands for itself, wherever it comes in the declaration. */
    @Test
    void readsNumberedLabelsByValue() throws IOException {
        Files.write(directory.resolve("images"), hex(IMAGES));
        Files.write(directory.resolve("labels"), hex("00000801 00000003 01 03 02"));
        Schema digits = Schema.named("Digit")
                .input(Column.image("image", 1, 2, 1))
                .target(Column.oneOf("digit", "1", "2", "3"));
        Table table = Tables.read(digits, Source.idx("images", "labels"), directory);
        assertThat(table.labels("digit")).isEqualTo(new int[] {0, 2, 1});
    }

    @Test
    void readsOtherElementsThanBytes() throws IOException {
        byte[] images = hex("00000b03 00000002 00000001 00000002 0000 00ff 0001 0002");
        byte[] labels = hex("00000c01 00000002 00000001 00000000");
        Table table = read(images, labels);
        assertThat(((Values.Pixels) table.values("image")).values()).isEqualTo(new byte[] {0, -1, 1, 2});
        assertThat(table.labels("label")).isEqualTo(new int[] {1, 0});
        images[16] = 1;
        assertThat(assertThrows(DataException.class, () -> read(images, labels)))
                .hasMessageThat()
                .contains("expected whole numbers from 0 to 255, but found 256.0");
    }
}
