package dev.nnlang.compiler.formula.analyse;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.formula.range.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be told of an activation from its formula alone.
 *
 * @param range an interval that holds every value
 * @param zeroCentred whether over normally distributed inputs the mean output is small beside the outputs' deviation
 * @param monotone whether the values never decrease; false also where that cannot be proven
 * @param saturation where the derivative vanishes, or nearly
 * @param kinks where the derivative, or the value itself, jumps; in ascending order
 */
public record Analysis(Range range, boolean zeroCentred, boolean monotone, Saturation saturation, List<Double> kinks) {

    /** A mean below this share of the deviation counts as zero: it tells tanh and elu from relu and swish. */
    private static final double SMALL_SHARE = 0.25;

    private static final int DEVIATIONS = 8;
    private static final int SAMPLES_PER_DEVIATION = 50;
    private static final int DISPLAYED_DIGITS = 3;

    public Analysis {
        kinks = List.copyOf(kinks);
    }

    /** Analyses a formula of this one variable; parameters must have been replaced by numbers. */
    public static Analysis of(Formula formula, String variable) {
        PiecewiseFunction curve = new PiecewiseFunction(formula, variable);
        return new Analysis(
                curve.range(), isZeroCentred(curve), curve.isMonotone(), Saturation.of(curve), curve.kinks());
    }

    private static boolean isZeroCentred(PiecewiseFunction curve) {
        double weights = 0;
        double sum = 0;
        double squares = 0;
        for (int i = -DEVIATIONS * SAMPLES_PER_DEVIATION; i <= DEVIATIONS * SAMPLES_PER_DEVIATION; i++) {
            double x = (double) i / SAMPLES_PER_DEVIATION;
            double weight = Math.exp(-x * x / 2);
            double value = curve.value(x);
            weights += weight;
            sum += weight * value;
            squares += weight * value * value;
        }
        double mean = sum / weights;
        double deviation = Math.sqrt(squares / weights - mean * mean);
        return Math.abs(mean) < SMALL_SHARE * deviation;
    }

    /** In a few words each: {@code in (-1, 1)}, {@code zero-centred}, {@code saturates beyond |x| > 4}. */
    public List<String> describe() {
        List<String> phrases = new ArrayList<>();
        if (!range.equals(Range.ALL)) {
            phrases.add("in " + range.roundedOutwards(DISPLAYED_DIGITS));
        }
        if (zeroCentred) {
            phrases.add("zero-centred");
        }
        phrases.addAll(saturation.describe());
        kinks.forEach(kink -> phrases.add("kink at " + Printer.print(kink)));
        return phrases;
    }
}
