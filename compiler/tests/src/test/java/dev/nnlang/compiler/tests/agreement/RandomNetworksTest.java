package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dense networks with random formulas. Run with {@code -Drandom.seed=1000 -Drandom.networks=500} to try others. */
class RandomNetworksTest {

    private static final int NETWORKS = Integer.getInteger("random.networks", 200);
    private static final int FIRST_SEED = Integer.getInteger("random.seed", 1);

    private static final Agreement AGREEMENT = new Agreement();
    private static final Map<Integer, Compilation> COMPILATIONS = new HashMap<>();
    private static JavaClasses classes;

    static Stream<RandomNetwork> networks() {
        return IntStream.range(FIRST_SEED, FIRST_SEED + NETWORKS).mapToObj(RandomNetwork::of);
    }

    /** One call of javac for all is many times as fast as one for each. */
    @BeforeAll
    static void compileAll() {
        networks().forEach(each -> COMPILATIONS.put(each.seed(), compile(each)));
        classes = JavaClasses.compile(COMPILATIONS.values().stream()
                .flatMap(compilation -> compilation.files().stream())
                .toList());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agree(RandomNetwork network) {
        Compilation compilation = COMPILATIONS.get(network.seed());

        AGREEMENT.check(network.text(), rows -> Compiled.trainer(compilation, classes, rows), network.seed());
    }

    /** Otherwise kinks could hide that nothing is compared at all. */
    @AfterAll
    static void mostPlacesAreSmooth() {
        assertThat(AGREEMENT.checked()).isAtLeast(10 * NETWORKS);
        assertThat(AGREEMENT.skipped()).isLessThan(AGREEMENT.checked() / 3);
    }

    private static Compilation compile(RandomNetwork network) {
        return Compiled.compile("random.nn", network.text(), Compiled.DOUBLE);
    }
}
