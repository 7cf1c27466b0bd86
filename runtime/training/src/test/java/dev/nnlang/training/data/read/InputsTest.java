package dev.nnlang.training.data.read;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.file.BadRowException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    private static final Schema PICTURE =
            Schema.named("Picture").input(Column.image("image", 1, 2, 1)).target(Column.oneOf("label", "day", "night"));
    private static final Schema POINT =
            Schema.named("Point").input(Column.real("x")).target(Column.oneOf("side", "left", "right"));

    @TempDir
    Path folder;

    private Path draw(String name) throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(1, 0, 0, 9);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static byte[] pixels(Optional<Object[]> row) {
        return (byte[]) row.orElseThrow()[0];
    }

    @Test
    void readsAPictureOrAFolderOfThem() throws IOException {
        Path first = draw("all/a/1.png");
        Path second = draw("all/b/2.png");
        try (NamedRows rows = Inputs.open(PICTURE, folder.resolve("all"), List.of())) {
            assertThat(rows.titles()).containsExactly("file");
            assertThat(pixels(rows.next())).isEqualTo(new byte[] {0, 9});
            assertThat(rows.labels()).containsExactly(first.toString());
            rows.next();
            assertThat(rows.labels()).containsExactly(second.toString());
            assertThat(rows.next()).isEmpty();
        }
        try (NamedRows rows = Inputs.open(PICTURE, second, List.of())) {
            assertThat(pixels(rows.next())).isEqualTo(new byte[] {0, 9});
        }
    }

    @Test
    void readsIdxFromStandardInput() throws IOException {
        byte[] idx = HexFormat.of().parseHex("00000803000000010000000100000002" + "0709");
        try (NamedRows rows = Inputs.open(PICTURE, new ByteArrayInputStream(idx), List.of())) {
            assertThat(pixels(rows.next())).isEqualTo(new byte[] {7, 9});
            assertThat(rows.next()).isEmpty();
        }
    }

    /** A bad row is refused alone. */
    @Test
    void goesOnAfterABadRow() throws IOException {
        byte[] text = "id,x\na,1\nb,?\nc,3\n".getBytes(UTF_8);
        try (NamedRows rows = Inputs.open(POINT, new ByteArrayInputStream(text), List.of("id"))) {
            assertThat(rows.titles()).containsExactly("id");
            assertThat(rows.next().orElseThrow()).isEqualTo(new Object[] {1.0});
            assertThat(assertThrows(BadRowException.class, rows::next))
                    .hasMessageThat()
                    .startsWith("standard input:3: column `x`: expected a number, but found `?`");
            assertThat(rows.next().orElseThrow()).isEqualTo(new Object[] {3.0});
            assertThat(rows.labels()).containsExactly("c");
        }
    }
}
