package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.tests.harness.Compiled;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of random layers and formulas. Run with {@code -Drandom.seed=1000 -Drandom.networks=500} to try others. */
class RandomNetworksTest {

    private static final Agreement AGREEMENT = new Agreement();
    private static final Generated DOUBLE = new Generated(Compiled.DOUBLE);

    static Stream<RandomNetwork> networks() {
        return RandomNetwork.chosen();
    }

    @BeforeAll
    static void compileAll() {
        DOUBLE.compile(networks().toList());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agree(RandomNetwork network) {
        AGREEMENT.check(Subject.of(network.text(), network.seed()), rows -> DOUBLE.trainer(network, rows));
    }

    /** Otherwise kinks could hide that nothing is compared at all. */
    @AfterAll
    static void mostPlacesAreSmooth() {
        assertThat(AGREEMENT.checked()).isAtLeast(10 * RandomNetwork.COUNT);
        assertThat(AGREEMENT.skipped()).isLessThan(AGREEMENT.checked() / 3);
    }
}
