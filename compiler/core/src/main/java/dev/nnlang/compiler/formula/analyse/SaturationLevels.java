package dev.nnlang.compiler.formula.analyse;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.formula.range.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The outputs by which one knows that an activation has levelled off: where it is flat, or {@link Saturation saturated}.
 *
 * @param low outputs up to this; minus infinity if it never levels off there
 * @param high outputs from this upwards; infinity likewise
 */
public record SaturationLevels(double low, double high) {

    /** Where a plateau that is only approached begins is a matter of taste: few digits are enough. */
    private static final MathContext DIGITS = new MathContext(4);

    /**
     * Of a formula of this one variable; parameters must have been replaced by numbers.
     *
     * @return empty where outputs do not tell: the values fall and rise, or stay the same in the middle
     */
    public static Optional<SaturationLevels> of(Formula formula, String variable) {
        Analysis analysis = Analysis.of(formula, variable);
        Saturation saturation = analysis.saturation();
        boolean tell = analysis.monotone() && saturation.flat().stream().noneMatch(Range::isBounded);
        if (!tell) {
            return Optional.empty();
        }
        PiecewiseFunction curve = new PiecewiseFunction(formula, variable);
        return Optional.of(new SaturationLevels(tail(curve, saturation, -1), tail(curve, saturation, 1)));
    }

    /** The value from which on there is a plateau below ({@code direction} -1) or above. */
    private static double tail(PiecewiseFunction curve, Saturation saturation, int direction) {
        OptionalDouble flat = inside(saturation.flat(), direction);
        if (flat.isPresent()) {
            return curve.value(flat.getAsDouble());
        }
        OptionalDouble start = direction < 0 ? saturation.below() : saturation.above();
        return start.isPresent()
                ? new BigDecimal(curve.value(start.getAsDouble())).round(DIGITS).doubleValue()
                : direction * Double.POSITIVE_INFINITY;
    }

    /** An input in the flat piece that reaches to infinity. */
    private static OptionalDouble inside(List<Range> flat, int direction) {
        return flat.stream()
                .filter(piece -> Double.isInfinite(direction < 0 ? piece.low() : piece.high()))
                .mapToDouble(piece -> direction < 0 ? piece.high() - 1 : piece.low() + 1)
                .map(x -> Double.isInfinite(x) ? 0 : x)
                .findFirst();
    }

    /** {@code up to -0.9993, from 0.9993}. */
    @Override
    public String toString() {
        String below = Double.isInfinite(low) ? "" : "up to " + Printer.print(low);
        String above = Double.isInfinite(high) ? "" : "from " + Printer.print(high);
        if (below.isEmpty() && above.isEmpty()) {
            return "nowhere";
        }
        return below.isEmpty() || above.isEmpty() ? below + above : below + ", " + above;
    }
}
