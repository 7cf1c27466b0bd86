package dev.nnlang.compiler.tests.oracle;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.tests.harness.Closeness;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import dev.nnlang.compiler.tests.harness.Predictor;
import dev.nnlang.training.Port;
import java.util.List;
import java.util.stream.IntStream;
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
        check(network, Compiled.DOUBLE, DOUBLE);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesInFloat(Oracle.Network network) {
        check(network, Compiled.FLOAT, FLOAT);
    }

    static List<Oracle.Network> predicting() {
        return networks().stream().filter(Oracle.Network::predicts).toList();
    }

    /** A trainer has no backward pass in which statistics stand still; but its evaluation has slopes. */
    @ParameterizedTest
    @MethodSource("predicting")
    void evaluationHasTheSlopes(Oracle.Network network) {
        Compilation compilation = Compiled.compile("oracle.nn", network.source(), Compiled.DOUBLE);
        Driver driver = driver(network, compilation, JavaClasses.compile(compilation.files()));

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
    void thePredictorAgrees(Oracle.Network network) {
        Compilation compilation = Compiled.compile("oracle.nn", network.sourceOfNumbers(), Compiled.FLOAT);
        JavaClasses classes = JavaClasses.compile(compilation.files());
        Class<?> predictor = classes.load(compilation.networks().get(0).predictor());

        double[] output =
                Predictor.of(predictor, driver(network, compilation, classes)).output(network.rows());

        FLOAT.check("output", output, network.output());
    }

    /** A trainer with all that the figures give. */
    private static Driver driver(Oracle.Network network, Compilation compilation, JavaClasses classes) {
        Driver driver = Compiled.trainer(compilation, classes, network.rows());
        driver.parameters(
                network.parameters().stream().map(Oracle.Parameter::value).toList());
        driver.inputs(List.of(network.input()));
        driver.target(network.target());
        driver.statistics(network.runningStatistics());
        return driver;
    }

    private static void check(Oracle.Network network, Options options, Closeness closeness) {
        Compilation compilation = Compiled.compile("oracle.nn", network.source(), options);
        Driver driver = driver(network, compilation, JavaClasses.compile(compilation.files()));
        if (network.predicts()) {
            closeness.check("loss", driver.trainer().evaluate(network.rows()), network.loss());
            closeness.check("output", driver.output(), network.output());
            return;
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
    }
}
