package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.training.network.Parameter;
import java.util.List;
import java.util.Random;

/**
 * Holds gradients against central differences of the loss. A place where the differences to the left and to the right do not agree is near a
 * kink, or strongly curved, and says nothing.
 */
final class FiniteDifferences {

    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 1e-5;

    /** Of a smaller gradient too many digits are lost. */
    private static final double FLOOR = 0.1;

    /** Elements of each parameter that are looked at. */
    private static final int SAMPLES = 6;

    private final Driver driver;
    private final int rows;
    private int checked;
    private int skipped;

    FiniteDifferences(Driver driver, int rows) {
        this.driver = driver;
        this.rows = rows;
    }

    /** Checks some elements of every parameter. */
    void check(Random random) {
        List<double[]> gradients = driver.gradients();
        for (int i = 0; i < gradients.size(); i++) {
            Parameter<?> parameter = driver.trainer().parameters().get(i);
            for (int sample = 0; sample < Math.min(SAMPLES, parameter.size()); sample++) {
                int element = random.nextInt(parameter.size());
                check(parameter, element, gradients.get(i)[element]);
            }
        }
    }

    int checked() {
        return checked;
    }

    int skipped() {
        return skipped;
    }

    private void check(Parameter<?> parameter, int element, double gradient) {
        double[] values = (double[]) parameter.values();
        double here = values[element];
        // Not that of evaluation, in which norms and dropout compute something else.
        double middle = driver.trainer().gradient(rows);
        values[element] = here + STEP;
        double right = (driver.trainer().gradient(rows) - middle) / STEP;
        values[element] = here - STEP;
        double left = (middle - driver.trainer().gradient(rows)) / STEP;
        values[element] = here;
        double allowed = TOLERANCE * Math.max(FLOOR, Math.abs(gradient));
        if (Math.abs(right - left) > allowed) {
            skipped++;
        } else {
            checked++;
            assertWithMessage("gradient of %s[%s]", parameter.name(), element)
                    .that(gradient)
                    .isWithin(allowed)
                    .of((left + right) / 2);
        }
    }
}
