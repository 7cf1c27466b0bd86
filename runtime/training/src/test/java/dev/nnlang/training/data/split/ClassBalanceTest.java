package dev.nnlang.training.data.split;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassBalanceTest {

    @ParameterizedTest
    @CsvSource({"90, 10, 0", "1, 1, 998", "33, 33, 34", "7, 0, 0"})
    void givesEachClassTheSameShare(long a, long b, long c) {
        long[] counts = {a, b, c};
        ClassBalance balance = new ClassBalance(counts);
        long[] given = new long[3];
        for (int label = 0; label < 3; label++) {
            for (int i = 0; i < counts[label]; i++) {
                given[label] += balance.copies(label);
            }
        }
        long share =
                (a + b + c) / Arrays.stream(counts).filter(count -> count > 0).count();
        for (int label = 0; label < 3; label++) {
            assertThat(given[label]).isEqualTo(counts[label] == 0 ? 0 : share);
        }
        assertThat(balance.rows()).isEqualTo((int) Arrays.stream(given).sum());
    }

    @Test
    void spreadsCopiesEvenly() {
        ClassBalance balance = new ClassBalance(new long[] {8, 2});
        int[] rare = {balance.copies(1), balance.copies(1)};
        int[] frequent = new int[8];
        Arrays.setAll(frequent, i -> balance.copies(0));
        assertThat(rare).isEqualTo(new int[] {2, 3});
        assertThat(frequent).isEqualTo(new int[] {0, 1, 0, 1, 1, 0, 1, 1});
    }
}
