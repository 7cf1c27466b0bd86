package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.tests.harness.Closeness;
import dev.nnlang.compiler.tests.harness.Driver;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Holds a generated trainer against the interpreter, before and after the rewrites, and against finite differences. */
final class Agreement {

    /** Rewrites change the order of sums, and take other ways to the same value. */
    private static final Closeness CLOSE = new Closeness(1e-9, 1);

    private int checked;
    private int skipped;

    /**
     * Compares all that is computed for one batch.
     *
     * @param text with one network
     * @param trainer makes its trainer, in {@code double} and with the gradient of the inputs, for so many rows
     */
    void check(String text, IntFunction<Driver> trainer, long seed) {
        NetworkGraph graph = Reference.graph(text);
        Batch batch = Batch.of(graph, seed);
        // A batch that is not full must not read what lies behind its rows.
        Driver driver = trainer.apply(batch.rows() + (int) seed % 3);
        driver.parameters(batch.parameters());
        driver.inputs(batch.inputs());
        driver.target(batch.target());

        double loss = driver.trainer().gradient(batch.rows());

        Reference plain = Reference.of(graph, batch);
        assertThat(plain.loss()).isFinite();
        check("generated, " + text, driver, loss, plain);
        check("rewritten, " + text, driver, loss, Reference.of(Reference.rewritten(graph), batch));
        FiniteDifferences differences = new FiniteDifferences(driver, batch.rows());
        differences.check(new Random(seed));
        checked += differences.checked();
        skipped += differences.skipped();
    }

    /** Elements of gradients that were held against finite differences. */
    int checked() {
        return checked;
    }

    /** Elements that were not, because of a kink nearby. */
    int skipped() {
        return skipped;
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
