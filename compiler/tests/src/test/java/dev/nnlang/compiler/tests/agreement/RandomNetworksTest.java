package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of random layers and formulas. Run with {@code -Drandom.seed=1000 -Drandom.networks=500} to try others. */
class RandomNetworksTest {

    private static final int NETWORKS = Integer.getInteger("random.networks", 300);
    private static final int FIRST_SEED = Integer.getInteger("random.seed", 1);

    private static final Agreement AGREEMENT = new Agreement();
    private static final Generated DOUBLE = new Generated(Compiled.DOUBLE);
    private static final Generated FLOAT = new Generated(Compiled.FLOAT);

    static Stream<RandomNetwork> networks() {
        return IntStream.range(FIRST_SEED, FIRST_SEED + NETWORKS).mapToObj(RandomNetwork::of);
    }

    @BeforeAll
    static void compileAll() {
        List<RandomNetwork> all = networks().toList();
        Stream.of(DOUBLE, FLOAT).parallel().forEach(each -> each.compile(all));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agree(RandomNetwork network) {
        Subject subject = Subject.of(network.text(), network.seed());

        AGREEMENT.check(subject, rows -> DOUBLE.trainer(network, rows));
        Agreement.checkInFloat(subject, rows -> FLOAT.trainer(network, rows));
        Agreement.checkPredictor(subject, rows -> FLOAT.trainer(network, rows), FLOAT.predictor(network));
    }

    /** Otherwise kinks could hide that nothing is compared at all. */
    @AfterAll
    static void mostPlacesAreSmooth() {
        assertThat(AGREEMENT.checked()).isAtLeast(10 * NETWORKS);
        assertThat(AGREEMENT.skipped()).isLessThan(AGREEMENT.checked() / 3);
    }

    /** What is generated for all networks with the same options. */
    private static final class Generated {

        private final Options options;
        private final Map<Integer, Compilation> compilations = new HashMap<>();
        private JavaClasses classes;

        Generated(Options options) {
            this.options = options;
        }

        /** One call of javac for all is many times as fast as one for each. */
        void compile(List<RandomNetwork> networks) {
            networks.forEach(
                    each -> compilations.put(each.seed(), Compiled.compile("random.nn", each.text(), options)));
            classes = JavaClasses.compile(compilations.values().stream()
                    .flatMap(compilation -> compilation.files().stream())
                    // Nothing here runs with vectors.
                    .filter(file -> !file.simd())
                    .toList());
        }

        Class<?> predictor(RandomNetwork network) {
            Compilation compilation = compilations.get(network.seed());
            return classes.load(compilation.networks().get(0).predictor());
        }

        Driver trainer(RandomNetwork network, int rows) {
            return Compiled.trainer(compilations.get(network.seed()), classes, rows);
        }
    }
}
