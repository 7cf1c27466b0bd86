package dev.nnlang.compiler.tests.oracle;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.tests.harness.Closeness;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Outputs, loss, and the gradient of every parameter and of the input agree with PyTorch's. */
class NetworksTest {

    /** The figures have twelve decimals. */
    private static final Closeness DOUBLE = new Closeness(1e-9, 1e-3);

    private static final Closeness FLOAT = new Closeness(1e-4, 1e-2);

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

    private static void check(Oracle.Network network, Options options, Closeness closeness) {
        Compilation compilation = Compiled.compile("oracle.nn", network.source(), options);
        Driver driver = Compiled.trainer(compilation, JavaClasses.compile(compilation.files()), network.rows());
        driver.parameters(
                network.parameters().stream().map(Oracle.Parameter::value).toList());
        driver.inputs(List.of(network.input()));
        driver.target(network.target());

        driver.statistics(network.runningStatistics());
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
