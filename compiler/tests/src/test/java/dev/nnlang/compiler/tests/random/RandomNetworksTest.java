package dev.nnlang.compiler.tests.random;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.tests.harness.Closeness;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On random networks the interpreter, before and after the rewrites, generated Java and finite differences agree. */
class RandomNetworksTest {

    private static final int NETWORKS = Integer.getInteger("random.networks", 200);
    private static final int FIRST_SEED = Integer.getInteger("random.seed", 1);

    /** Rewrites change the order of sums, and take other ways to the same value. */
    private static final Closeness CLOSE = new Closeness(1e-9, 1);

    private static final Map<Integer, Compilation> compilations = new HashMap<>();
    private static JavaClasses classes;
    private static int checked;
    private static int skipped;

    static Stream<RandomNetwork> networks() {
        return IntStream.range(FIRST_SEED, FIRST_SEED + NETWORKS).mapToObj(RandomNetwork::of);
    }

    /** One call of javac for all is many times as fast as one for each. */
    @BeforeAll
    static void compileAll() {
        networks().forEach(network -> compilations.put(network.seed(), compile(network)));
        classes = JavaClasses.compile(compilations.values().stream()
                .flatMap(compilation -> compilation.files().stream())
                .toList());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agree(RandomNetwork network) {
        NetworkGraph graph = Reference.graph(network.text());
        Batch batch = Batch.of(graph, network);
        Driver driver = Compiled.trainer(compilations.get(network.seed()), classes, batch.rows() + network.seed() % 3);
        driver.parameters(batch.parameters());
        driver.inputs(batch.inputs());
        driver.target(batch.target());

        double loss = driver.trainer().gradient(batch.rows());

        Reference plain = Reference.of(graph, batch);
        assertThat(plain.loss()).isFinite();
        check("generated, " + network.text(), driver, loss, plain);
        check("rewritten, " + network.text(), driver, loss, Reference.of(Reference.rewritten(graph), batch));
        FiniteDifferences differences = new FiniteDifferences(driver, batch.rows());
        differences.check(new Random(network.seed()));
        checked += differences.checked();
        skipped += differences.skipped();
    }

    /** Otherwise kinks could hide that nothing is compared at all. */
    @AfterAll
    static void mostPlacesAreSmooth() {
        assertThat(checked).isAtLeast(10 * NETWORKS);
        assertThat(skipped).isLessThan(checked / 3);
    }

    private static Compilation compile(RandomNetwork network) {
        return Compiled.compile("random.nn", network.text(), Compiled.DOUBLE);
    }

    private static void check(String what, Driver driver, double loss, Reference expected) {
        CLOSE.check("loss, " + what, loss, expected.loss());
        CLOSE.check("output, " + what, driver.output(), expected.output());
        List<double[]> gradients = Stream.of(driver.gradients(), driver.inputGradients())
                .flatMap(List::stream)
                .toList();
        for (int i = 0; i < gradients.size(); i++) {
            CLOSE.check(
                    "gradient " + i + ", " + what,
                    gradients.get(i),
                    expected.gradients().get(i));
        }
    }
}
