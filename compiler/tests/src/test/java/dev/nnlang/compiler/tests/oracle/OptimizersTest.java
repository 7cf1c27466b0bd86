package dev.nnlang.compiler.tests.oracle;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.Closeness;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps of a generated trainer move weights as PyTorch's optimizers do. */
class OptimizersTest {

    private static final Pattern RATE = Pattern.compile("rate: ([0-9.]+)");

    /** The figures have twelve decimals. */
    private static final Closeness CLOSE = new Closeness(1e-10, 1e-2);

    static List<Oracle.Optimizer> optimizers() {
        return Oracle.read().optimizers();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void movesWeights(Oracle.Optimizer optimizer) {
        Compilation compilation = Compiled.compile("oracle.nn", source(optimizer), Compiled.DOUBLE);
        Driver driver = Compiled.trainer(compilation, JavaClasses.compile(compilation.files()), 1);
        driver.parameters(List.of(optimizer.weights()));
        driver.target(new double[] {1});
        for (Oracle.Step step : optimizer.steps()) {
            driver.inputs(List.of(step.gradient()));
            driver.trainer().step(1, rate(optimizer));
            CLOSE.check("weights", driver.parameters().get(0), step.weightsAfter());
        }
    }

    /** A network whose gradient is what stands at its input: one row's loss is the sum of input times weight. */
    private static String source(Oracle.Optimizer optimizer) {
        return """
                loss given(y, t) = y * t
                data Rows {
                  input  x: real[%d]
                  target y: real
                }
                network Net for Rows { x -> dense(1, bias: false) -> y }
                train Net { loss: given optimizer: %s until: epoch = 1 }
                """.formatted(
                optimizer.weights().length,
                optimizer.optimizer().replaceAll(" with loss .* ([0-9.]+) \\* \\|w\\|\\^2", " regularize: l2($1)"));
    }

    private static double rate(Oracle.Optimizer optimizer) {
        Matcher rate = RATE.matcher(optimizer.optimizer());
        assertThat(rate.find()).isTrue();
        return Double.parseDouble(rate.group(1));
    }
}
