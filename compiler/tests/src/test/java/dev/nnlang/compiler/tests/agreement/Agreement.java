package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.tests.harness.Closeness;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.Predictor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Holds a generated trainer against the interpreter, before and after the rewrites, and against finite differences. */
final class Agreement {

    /** Rewrites change the order of sums, and take other ways to the same value. */
    private static final Closeness CLOSE = new Closeness(1e-9, 1);

    private static final Closeness CLOSE_IN_FLOAT = new Closeness(1e-3, 1);

    private int checked;
    private int skipped;

    /**
     * Compares all that is computed for one batch.
     *
     * @param trainer makes the generated trainer, in {@code double} and with the gradient of the inputs, for so many rows
     */
    void check(Subject subject, IntFunction<Driver> trainer) {
        Driver driver = check(subject, trainer, CLOSE);

        double loss = driver.trainer().gradient(subject.rows());
        Reference rewritten = Reference.of(Reference.rewritten(subject.trainer()), subject.batch());
        check("rewritten, " + subject.text(), driver, loss, rewritten, CLOSE);
        checkFolding(subject);
        FiniteDifferences differences = new FiniteDifferences(driver, subject.rows());
        differences.check(new Random(subject.batch().seed()));
        checked += differences.checked();
        skipped += differences.skipped();
    }

    /** The same in {@code float}, which is too coarse for finite differences. */
    static void checkInFloat(Subject subject, IntFunction<Driver> trainer) {
        check(subject, trainer, CLOSE_IN_FLOAT);
    }

    /**
     * Holds what a predictor says against the trainer's evaluation, which computes every layer as it is written.
     *
     * @param trainer in {@code float}
     */
    static void checkPredictor(Subject subject, IntFunction<Driver> trainer, Class<?> predictor) {
        Driver driver = trainer.apply(subject.rows());
        subject.batch().fill(driver);
        // Pixels are bytes.
        driver.inputs(subject.batch().inputs().stream().map(Agreement::whole).toList());
        driver.trainer().evaluate(subject.rows());

        List<double[]> predicted = Predictor.of(predictor, driver).outputs(subject.rows());
        check("predicted, " + subject.text(), predicted, driver.outputs(), CLOSE_IN_FLOAT);
    }

    private static void checkFolding(Subject subject) {
        Reference evaluated = Reference.of(subject.evaluator(), subject.batch());
        Reference folded = Reference.of(Reference.folded(subject.evaluator()), subject.batch());
        CLOSE.check("loss, folded, " + subject.text(), folded.loss(), evaluated.loss());
        check("output, folded, " + subject.text(), folded.outputs(), evaluated.outputs(), CLOSE);
    }

    private static double[] whole(double[] values) {
        return Arrays.stream(values).map(Math::abs).map(Math::rint).toArray();
    }

    /** Holds gradients, evaluation and what a step leaves of the statistics against the interpreter. */
    private static Driver check(Subject subject, IntFunction<Driver> trainer, Closeness close) {
        Batch batch = subject.batch();
        Reference expected = Reference.of(subject.trainer(), batch);
        Reference evaluated = Reference.of(subject.evaluator(), batch);
        assertThat(expected.loss()).isFinite();
        // A batch that is not full must not read what lies behind its rows.
        Driver driver = trainer.apply(batch.rows() + (int) batch.seed() % 3);
        batch.fill(driver);

        double loss = driver.trainer().gradient(batch.rows());
        check("generated, " + subject.text(), driver, loss, expected, close);
        double evaluation = driver.trainer().evaluate(batch.rows());
        check("evaluating, " + subject.text(), driver, evaluation, evaluated, close);
        driver.trainer().step(batch.rows(), 0);
        check("statistic, " + subject.text(), driver.statistics(), expected.statistics(), close);

        batch.fill(driver);
        return driver;
    }

    /** Elements of gradients that were held against finite differences. */
    int checked() {
        return checked;
    }

    /** Elements that were not, because of a kink nearby. */
    int skipped() {
        return skipped;
    }

    private static void check(String what, Driver driver, double loss, Reference expected, Closeness close) {
        close.check("loss, " + what, loss, expected.loss());
        double[] losses = driver.losses().length == 0 ? new double[] {loss} : driver.losses();
        close.check("losses, " + what, losses, expected.losses());
        check("output, " + what, driver.outputs(), expected.outputs(), close);
        List<double[]> gradients = Stream.of(driver.gradients(), driver.inputGradients())
                .flatMap(List::stream)
                .toList();
        check("gradient, " + what, gradients, expected.gradients(), close.above(expected.largestGradient()));
        check("activation, " + what, driver.activations(), expected.activations(), close);
    }

    private static void check(String what, List<double[]> actual, List<double[]> expected, Closeness close) {
        for (int i = 0; i < expected.size(); i++) {
            close.check(i + ", " + what, actual.get(i), expected.get(i));
        }
    }
}
