package dev.nnlang.training.data.read;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
    private static final Schema FLOWER = Schema.named("Flower")
            .input(Column.real("length").header("Sepal.Length"))
            .input(Column.real("width"))
            .target(Column.oneOf("species", "Iris-setosa", "Iris-virginica"))
            .ignore("id");

    @TempDir
    Path directory;

    private Table read(Schema schema, byte[] bytes, boolean header) throws IOException {
        Files.write(directory.resolve("iris.csv"), bytes);
        return Tables.read(schema, Source.csv("iris.csv", header), directory);
    }

    private Table read(String text) throws IOException {
        return read(FLOWER, text.getBytes(UTF_8), true);
    }

    @Test
    void findsColumnsByTheirHeader() throws IOException {
        Table table = read("\uFEFFspecies,id, width ,\"Sepal.Length\"\r\n"
                + "Iris-virginica,1,2.5,-1e1\r\n\r\n\"Iris-setosa\",2, 3 ,4\r\n");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.reals("length"))
                .usingExactEquality()
                .containsExactly(-10.0, 4.0)
                .inOrder();
        assertThat(table.reals("width"))
                .usingExactEquality()
                .containsExactly(2.5, 3.0)
                .inOrder();
        assertThat(table.labels("species")).isEqualTo(new int[] {1, 0});
    }

    @Test
    void spansAVectorsColumnsAndTakesDeclaredOrderWithoutHeader() throws IOException {
        Schema schema = Schema.named("Digit")
                .input(Column.real("pixels", 3))
                .input(Column.image("thumb", 1, 2, 1))
                .target(Column.oneOf("digit", "0", "1"));
        Table plain = read(schema, "1,2,3,0,255,1\n4,5,6,7,8,0".getBytes(UTF_8), false);
        Table named = read(schema, "digit,thumb,b,pixels,y,z\n1,0,255,1,2,3\n0,7,8,4,5,6".getBytes(UTF_8), true);
        for (Table table : new Table[] {plain, named}) {
            assertThat(table.reals("pixels")).isEqualTo(new double[] {1, 2, 3, 4, 5, 6});
            assertThat(((Values.Pixels) table.values("thumb")).values()).isEqualTo(new byte[] {0, -1, 7, 8});
            assertThat(table.labels("digit")).isEqualTo(new int[] {1, 0});
        }
    }

    @Test
    void refusesAVectorThatHasNoRoom() {
        Schema schema = Schema.named("Digit").input(Column.real("pixels", 3)).target(Column.real("sum"));
        assertThat(assertThrows(DataException.class, () -> read(schema, "sum,pixels,b\n".getBytes(UTF_8), true)))
                .hasMessageThat()
                .contains(":1: expected 3 columns from `pixels` on, but only 2 follow");
        assertThat(assertThrows(DataException.class, () -> read(schema, "pixels,b,sum\n".getBytes(UTF_8), true)))
                .hasMessageThat()
                .contains(":1: expected column `sum` for itself, but it lies among those of another declared column");
    }

    @Test
    void readsGzip() throws IOException {
        byte[] whole = gzip("Sepal.Length,width,species,id\n1,2,Iris-setosa,0\n");
        assertThat(read(FLOWER, whole, true).rows()).isEqualTo(1);
        assertThat(assertThrows(DataException.class, () -> read(FLOWER, Arrays.copyOf(whole, 40), true)))
                .hasMessageThat()
                .endsWith("iris.csv: expected a whole gzip file, but it is cut short or damaged; fetch it anew");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Sepal.Length,width,id;1,2,3 | :1: expected a column `species`, but the header has Sepal.Length, width,"
                        + " id; name it there, or write the header's name in quotes behind the column's",
                "Sepal.Length,width,species,id,color | :1: column `color` is not declared in Flower; declare it, or add"
                        + " `ignore: color`",
                "Sepal.Length,width,species,id,width | :1: expected one column `width`, but the header has it more than"
                        + " once; rename all but one",
                "Sepal.Length,width,species,id | : expected rows, but found none",
                "^^ | : expected rows, but found none",
                "Sepal.Length,width,species,id;1,x,Iris-setosa,0 | :2: column `width`: expected a number, but found `x`;"
                        + " correct the line or take it out",
                "Sepal.Length,width,species,id;1,,Iris-setosa,0 | :2: column `width`: expected a number, but found"
                        + " nothing; correct the line, write `-> impute(mean)` behind its type, or leave such rows out"
                        + " with `missing: drop`",
                "Sepal.Length,width,species,id;NaN,2,Iris-setosa,0 | :2: column `Sepal.Length`: expected a number, but"
                        + " found `NaN`; correct the line, write `-> impute(mean)` behind its type, or leave such rows"
                        + " out with `missing: drop`",
                "Sepal.Length,width,species,id;1e39,2,Iris-setosa,0 | :2: column `Sepal.Length`: expected a number of at"
                        + " most 3.4e38, but found `1e39`; correct the line or take it out",
                "Sepal.Length,width,species,id;;1,2,setosa,0 | :3: column `species`: expected one of Iris-setosa,"
                        + " Iris-virginica, but found `setosa`; correct the line or take it out",
                "Sepal.Length,width,species,id;1,2,Iris-setosa | :2: expected 4 fields, but found 3; correct the line or"
                        + " take it out",
                "Sepal.Length,width,species,id;1,2,Iris-setosa,0,0 | :2: expected 4 fields, but found 5; correct the"
                        + " line or take it out",
            })
    void saysWhereAndWhat(String text, String message) {
        String lines = text == null ? "" : text.replace(';', '\n');
        DataException problem = assertThrows(DataException.class, () -> read(lines));
        assertThat(problem).hasMessageThat().isEqualTo(directory.resolve("iris.csv") + message);
    }

    @ParameterizedTest
    @CsvSource({
        "16777217, 16777217",
        "-9007199254740991, -9007199254740991",
        "1e3, 1000",
        "12.0, 12",
        "9007199254740993,",
        "0.99999999999,",
        "12345678.9,",
        "1e-50,",
        "1.00000000000000000000001,",
    })
    void takesWholeNumbersExactlyOrNotAtAll(String written, Long value) throws IOException {
        Schema schema = Schema.named("Count").input(Column.integer("n"));
        byte[] text = ("n\n" + written + "\n").getBytes(UTF_8);
        if (value != null) {
            assertThat(read(schema, text, true).reals("n")).isEqualTo(new double[] {value});
        } else {
            assertThat(assertThrows(DataException.class, () -> read(schema, text, true)))
                    .hasMessageThat()
                    .containsMatch(":2: column `n`: expected a whole number( of at most 9007199254740991)?, but found `"
                            + written + "`");
        }
    }

    @Test
    void reportsSeveralProblemsAtOnce() {
        String text = "Sepal.Length,width,species,id\n" + "a,b,c,0\n".repeat(20);
        DataException problem = assertThrows(DataException.class, () -> read(text));
        assertThat(problem.getMessage().lines().toList()).hasSize(11);
        assertThat(problem).hasMessageThat().contains("iris.csv:4: column `species`: expected one of");
        assertThat(problem).hasMessageThat().endsWith("\nand 50 more problems");
    }

    @Test
    void saysWhatItCannotRead() {
        assertThat(assertThrows(DataException.class, () -> Tables.read(FLOWER, Source.csv("no.csv", true), directory)))
                .hasMessageThat()
                .endsWith("no.csv: there is no such file; put it there, or name another with the setting `source`");
        assertThat(assertThrows(DataException.class, () -> read(FLOWER, new byte[] {'a', (byte) 0xff}, true)))
                .hasMessageThat()
                .contains("iris.csv: expected text in UTF-8, but found other bytes");
        assertThat(assertThrows(DataException.class, () -> Tables.read(FLOWER, Source.csv("", true), directory)))
                .hasMessageThat()
                .contains("expected a file, but this is a folder");
    }

    @Test
    void takesAByteOrderMarkBeforeAQuote() throws IOException {
        assertThat(read("\uFEFF\"Sepal.Length\",\"width\",species,id\n1,2,Iris-setosa,0\n")
                        .rows())
                .isEqualTo(1);
    }

    @Test
    void readsMoreFieldsThanAReaderOfTextsUsuallyDoes() throws IOException {
        Schema wide = Schema.named("Wide").input(Column.real("x", 20_000));
        byte[] line = ("1,".repeat(19_999) + "1\n").getBytes(UTF_8);
        assertThat(read(wide, line, false).reals("x")).hasLength(20_000);
    }

    /** An empty line of a single column is a row that lacks its value. */
    @Test
    void skipsNoRow() {
        Schema single = Schema.named("Single").input(Column.real("x"));
        assertThat(assertThrows(DataException.class, () -> read(single, "x\n1\n\n3\n".getBytes(UTF_8), true)))
                .hasMessageThat()
                .contains(":3: column `x`: expected a number, but found nothing");
    }

    @Test
    void suggestsTheSeparator() {
        assertThat(assertThrows(DataException.class, () -> read("Sepal.Length;width;species\n1;2;3\n")))
                .hasMessageThat()
                .contains("but the header has Sepal.Length;width;species; write `separator: \";\"` in `csv(…)`");
    }

    @Test
    void readsElementsByTheNamesOfTheTrainingFile() throws IOException {
        Schema schema = Schema.named("Point").input(Column.real("v", 3).header("p0"));
        Table trained = read(schema, "p0,p1,p2\n1,2,3\n".getBytes(UTF_8), true);
        Schema named = schema.fields(trained.fields());
        assertThat(read(named, "p2,p0,p1\n3,1,2\n".getBytes(UTF_8), true).reals("v"))
                .isEqualTo(trained.reals("v"));
    }
}
