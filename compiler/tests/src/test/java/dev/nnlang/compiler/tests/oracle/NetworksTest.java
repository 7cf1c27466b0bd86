package dev.nnlang.compiler.tests.oracle;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.Closeness;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import dev.nnlang.compiler.tests.harness.Predictor;
import dev.nnlang.training.network.Port;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Outputs, loss, and the gradient of every parameter and of the input agree with PyTorch's. */
class NetworksTest {

    /** The figures have twelve decimals. */
    private static final Closeness DOUBLE = new Closeness(1e-9, 1e-3);

    private static final Closeness FLOAT = new Closeness(1e-4, 1e-2);

    private static final double STEP = 1e-6;

    /** Of differences of the loss. */
    private static final Closeness SLOPE = new Closeness(1e-7, 1);

    static List<Oracle.Network> networks() {
        return Oracle.read().networks();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesInDouble(Oracle.Network network) {
        Compilation compilation = Compiled.compile("oracle.nn", network.source(), Compiled.DOUBLE);
        JavaClasses classes = JavaClasses.compile(compilation.files());
        check(network, Compiled.trainer(compilation, classes, network.rows()), DOUBLE);
    }

    @ParameterizedTest
    @MethodSource("networks")
    @Tag("simd")
    void agreesInFloatWithAndWithoutVectors(Oracle.Network network) {
        Compilation compilation = Compiled.compile("oracle.nn", network.source(), Compiled.FLOAT);
        JavaClasses classes = JavaClasses.compile(compilation.files());
        check(network, Compiled.trainer(compilation, classes, network.rows()), FLOAT);
        double[] alone = check(
                network,
                Compiled.simdTrainer(compilation, classes, network.rows()).threads(1),
                FLOAT);
        for (int threads : new int[] {2, 4}) {
            Driver team =
                    Compiled.simdTrainer(compilation, classes, network.rows()).threads(threads);
            assertThat(check(network, team, FLOAT)).isEqualTo(alone);
        }
    }

    static List<Oracle.Network> predicting() {
        return networks().stream().filter(Oracle.Network::predicts).toList();
    }

    /** A trainer has no backward pass in which statistics stand still; but its evaluation has slopes. */
    @ParameterizedTest
    @MethodSource("predicting")
    void evaluationHasTheSlopes(Oracle.Network network) {
        Compilation compilation = Compiled.compile("oracle.nn", network.source(), Compiled.DOUBLE);
        JavaClasses classes = JavaClasses.compile(compilation.files());
        Driver driver = filled(network, Compiled.trainer(compilation, classes, network.rows()));

        for (int i = 0; i < network.parameters().size(); i++) {
            Oracle.Parameter expected = network.parameters().get(i);
            double[] values = (double[]) driver.trainer().parameters().get(i).values();
            SLOPE.check("gradient of " + expected.name(), slopes(driver, values), expected.gradient());
        }
        double[] input = (double[]) ((Port.Reals<?>) driver.trainer().inputs().get(0)).values();
        SLOPE.check("input gradient", slopes(driver, input), network.inputGradient());
    }

    /** How fast the loss of all rows grows with each of {@code values}. */
    private static double[] slopes(Driver driver, double[] values) {
        double[] slopes = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double here = values[i];
            values[i] = here + STEP;
            double right = driver.trainer().evaluate(driver.trainer().batch());
            values[i] = here - STEP;
            slopes[i] = (right - driver.trainer().evaluate(driver.trainer().batch())) / (2 * STEP);
            values[i] = here;
        }
        return slopes;
    }

    /** In the predictor norms are folded into the layers before them. */
    @ParameterizedTest
    @MethodSource("predicting")
    @Tag("simd")
    void thePredictorAgrees(Oracle.Network network) {
        Compilation compilation = Compiled.compile("oracle.nn", network.sourceOfNumbers(), Compiled.FLOAT);
        JavaClasses classes = JavaClasses.compile(compilation.files());
        Class<?> predictor = classes.load(compilation.networks().get(0).predictor());

        Driver driver = filled(network, Compiled.trainer(compilation, classes, network.rows()));

        double[] output =
                Predictor.of(predictor, driver).outputs(network.rows()).get(0);

        FLOAT.check("output", output, network.output());
    }

    /** Gives a trainer all that the figures give. */
    private static Driver filled(Oracle.Network network, Driver driver) {
        driver.parameters(
                network.parameters().stream().map(Oracle.Parameter::value).toList());
        driver.inputs(List.of(network.input()));
        driver.target(network.target());
        driver.statistics(network.runningStatistics());
        return driver;
    }

    /** Returns all bits that are left in the end. */
    private static double[] check(Oracle.Network network, Driver empty, Closeness closeness) {
        Driver driver = filled(network, empty);
        if (network.predicts()) {
            closeness.check("loss", driver.trainer().evaluate(network.rows()), network.loss());
            closeness.check("output", driver.output(), network.output());
            return driver.everything();
        }

        double loss = driver.trainer().gradient(network.rows());

        closeness.check("loss", loss, network.loss());
        closeness.check("output", driver.output(), network.output());
        closeness.check("input gradient", driver.inputGradients().get(0), network.inputGradient());
        List<String> names = driver.parameterNames();
        assertThat(names).hasSize(network.parameters().size());
        IntStream.range(0, names.size())
                .forEach(i -> closeness.check(
                        "gradient of " + names.get(i),
                        driver.gradients().get(i),
                        network.parameters().get(i).gradient()));
        driver.trainer().step(network.rows(), 0);
        IntStream.range(0, driver.statistics().size())
                .forEach(i -> closeness.check(
                        network.statisticsAfter().get(i).name(),
                        driver.statistics().get(i),
                        network.statisticsAfter().get(i).value()));
        return driver.everything();
    }
}
