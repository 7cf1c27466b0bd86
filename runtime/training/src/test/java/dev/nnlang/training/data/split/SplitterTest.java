package dev.nnlang.training.data.split;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Split;
import dev.nnlang.training.data.Table;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {

    private static Table table(Split split, int... classes) {
        Table.Builder table = Table.of(Schema.named("Flower")
                .input(Column.real("x"))
                .target(Column.oneOf("species", "a", "b", "c"))
                .split(split));
        for (int label = 0; label < classes.length; label++) {
            for (int i = 0; i < classes[label]; i++) {
                table.row(i, "abc".substring(label, label + 1));
            }
        }
        return table.build();
    }

    private static int count(Part part, int label) {
        Rows rows = (Rows) part;
        int[] labels = rows.table().labels("species");
        return (int)
                Arrays.stream(rows.index()).filter(row -> labels[row] == label).count();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 42, -1})
    void losesNoRowAndKeepsTheSharesOfEveryClass(long seed) throws DataException {
        int[] classes = {50, 33, 11};
        Split split = Split.stratified(0.7, 0.15, 0.15);
        Parts parts = Splitter.split(table(split, classes), Optional.empty(), seed);
        int[] all = Stream.of(parts.train(), parts.validation(), parts.test())
                .flatMapToInt(part -> Arrays.stream(((Rows) part).index()))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, 94).toArray());
        for (int label = 0; label < classes.length; label++) {
            assertThat((double) count(parts.train(), label)).isWithin(1).of(0.7 * classes[label]);
            assertThat((double) count(parts.validation(), label)).isWithin(1).of(0.15 * classes[label]);
            assertThat((double) count(parts.test(), label)).isWithin(1).of(0.15 * classes[label]);
        }
        assertThat((double) parts.train().size()).isWithin(1).of(0.7 * 94);
    }

    @Test
    void describesItself() throws DataException {
        Parts stratified = Splitter.split(table(Split.stratified(0.7, 0.15, 0.15), 50, 50, 50), Optional.empty(), 1);
        assertThat(stratified.toString())
                .isEqualTo("150 rows: 105 train, 22 validation, 23 test, stratified by species");
        Table own = table(Split.none(), 10);
        Parts separate = Splitter.split(table(Split.random(0.9, 0.1, 0), 60), Optional.of(own), 1);
        assertThat(separate.toString()).isEqualTo("70 rows: 54 train, 6 validation, 10 test");
        assertThat(((Rows) separate.test()).table()).isSameInstanceAs(own);
    }

    @Test
    void dependsOnTheSeedAlone() throws DataException {
        Table table = table(Split.random(0.5, 0.5, 0), 40);
        int[] once = trainingRows(table, 1);
        assertThat(trainingRows(table, 1)).isEqualTo(once);
        assertThat(trainingRows(table, 2)).isNotEqualTo(once);
    }

    private static int[] trainingRows(Table table, long seed) throws DataException {
        return ((Rows) Splitter.split(table, Optional.empty(), seed).train()).index();
    }

    @Test
    void refusesToLeaveAPartWithoutRows() {
        Table table = table(Split.random(0.7, 0.15, 0.15), 2);
        DataException problem = assertThrows(DataException.class, () -> Splitter.split(table, Optional.empty(), 1));
        assertThat(problem)
                .hasMessageThat()
                .isEqualTo("Flower: expected rows for every part of the split, but 2 rows leave none for validation;"
                        + " bring more rows or change the shares");
    }

    @Test
    void trainsOnTheOnlyRowOfAClass() throws DataException {
        Table table = table(Split.stratified(0.7, 0.15, 0.15), 102, 1);
        for (long seed = 0; seed < 5; seed++) {
            Parts parts = Splitter.split(table, Optional.empty(), seed);
            assertThat(count(parts.train(), 1)).isEqualTo(1);
            assertThat(ClassCheck.warnings(table.schema(), parts))
                    .containsExactly("column `species` has no row with `c`, which therefore cannot be learned");
        }
    }

    @Test
    void warnsOfClassesThatAreOnlyTested() throws DataException {
        Table train = table(Split.none(), 3, 3);
        Table test = table(Split.none(), 0, 0, 2);
        Parts parts = Splitter.split(train, Optional.of(test), 1);
        assertThat(ClassCheck.warnings(train.schema(), parts))
                .containsExactly("column `species` has no training row with `c`, which therefore cannot be learned");
    }
}
