package dev.nnlang.compiler.diagnostic;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> LAYERS =
            List.of("tanh", "elu", "selu", "relu", "dense", "softmax", "cross_entropy");

    @ParameterizedTest
    @CsvSource({
        "tahn, tanh", // swapped
        "dens, dense", // dropped
        "reluu, relu", // doubled
        "sofmtax, softmax",
        "crossentropy, cross_entropy",
        "Dense, dense", // case
        "belu, elu", // as far from selu and relu: the first in the alphabet
    })
    void findsWhatWasMeant(String wrong, String meant) {
        assertThat(Suggestion.closest(wrong, LAYERS)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"conv", "x", "maxout"})
    void keepsSilentWhereNothingIsClose(String wrong) {
        assertThat(Suggestion.closest(wrong, LAYERS)).isEmpty();
    }

    @Test
    void neverSuggestsTheSameWord() {
        assertThat(Suggestion.closest("relu", List.of("relu"))).isEmpty();
    }
}
