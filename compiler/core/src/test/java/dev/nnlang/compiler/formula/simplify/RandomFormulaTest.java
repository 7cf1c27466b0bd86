package dev.nnlang.compiler.formula.simplify;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.formula.FiniteEverywhere;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaText;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.formula.RandomFormulas;
import dev.nnlang.compiler.formula.derive.Derivative;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What must hold of every formula is tried on thousands drawn at random. */
final class RandomFormulaTest {

    private static final int FORMULAS = 2500;
    private static final int POINTS = 8;
    private static final int DEPTH = 4;

    @Test
    void simplifyingChangesNoValue() {
        RandomFormulas random = new RandomFormulas(1);
        int compared = 0;
        for (int i = 0; i < FORMULAS; i++) {
            Formula formula = random.formula(DEPTH);
            Formula simple = Simplifier.simplify(formula);
            for (int j = 0; j < POINTS; j++) {
                Map<String, Double> point = random.point(2);
                double expected = Evaluator.evaluate(formula, point);
                double actual = Evaluator.evaluate(simple, point);
                double tolerance = rounding(random, formula, point) + rounding(random, simple, point);
                if (FiniteEverywhere.test(formula, point) && Double.isFinite(tolerance)) {
                    assertWithMessage(
                                    "%s, simplified to %s, at %s", Printer.print(formula), Printer.print(simple), point)
                            .that(actual)
                            .isWithin(tolerance)
                            .of(expected);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(FORMULAS * POINTS / 2);
    }

    @Test
    void simplifyingIsDoneOnce() {
        RandomFormulas random = new RandomFormulas(2);
        for (int i = 0; i < FORMULAS; i++) {
            Formula formula = random.formula(DEPTH);
            Formula simple = Simplifier.simplify(formula);
            assertWithMessage("%s", Printer.print(formula))
                    .that(Printer.print(Simplifier.simplify(simple)))
                    .isEqualTo(Printer.print(simple));
        }
    }

    @Test
    void whatIsPrintedReadsBackAsTheSame() {
        RandomFormulas random = new RandomFormulas(4);
        for (int i = 0; i < FORMULAS; i++) {
            Formula simple = Simplifier.simplify(random.formula(DEPTH));
            assertThat(FormulaText.parse(Printer.print(simple))).isEqualTo(simple);
        }
    }

    @Test
    void derivativesAgreeWithFiniteDifferences() {
        RandomFormulas random = new RandomFormulas(5);
        int compared = 0;
        for (int i = 0; i < FORMULAS; i++) {
            Formula formula = random.formula(DEPTH);
            Formula derivative = Derivative.of(formula, "x");
            for (int j = 0; j < POINTS; j++) {
                Map<String, Double> point = random.point(1);
                double coarse = difference(formula, point, 2e-5);
                double fine = difference(formula, point, 1e-5);
                double tolerance = 1e-4 * Math.max(1, Math.abs(fine)) + 100 * rounding(random, formula, point);
                // Where the two differ there is a kink nearby, or the formula is too rough for differences.
                if (FiniteEverywhere.test(formula, point)
                        && Double.isFinite(tolerance)
                        && Math.abs(coarse - fine) < tolerance / 100) {
                    assertWithMessage("(%s)' = %s at %s", Printer.print(formula), Printer.print(derivative), point)
                            .that(Evaluator.evaluate(derivative, point))
                            .isWithin(tolerance)
                            .of(fine);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(FORMULAS * POINTS / 3);
    }

    private static double difference(Formula formula, Map<String, Double> point, double step) {
        ToDoubleFunction<Double> shifted = shift -> {
            Map<String, Double> moved = new HashMap<>(point);
            moved.merge("x", shift, Double::sum);
            return Evaluator.evaluate(formula, moved);
        };
        return (shifted.applyAsDouble(step) - shifted.applyAsDouble(-step)) / (2 * step);
    }

    /** How far rounding may lead: estimated from errors a thousand times as large, put into every step. */
    private static double rounding(RandomFormulas random, Formula formula, Map<String, Double> point) {
        double value = Evaluator.evaluate(formula, point);
        double spread = 1e-12 * Math.abs(value) + 1e-300;
        for (int i = 0; i < 6; i++) {
            double disturbed = Evaluator.evaluate(random.disturb(formula, 1e-12), point);
            spread = Math.max(
                    spread, Double.isFinite(disturbed) ? 2 * Math.abs(disturbed - value) : Double.POSITIVE_INFINITY);
        }
        return spread;
    }
}
