package dev.nnlang.compiler.formula.analyse;

import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.derive.Derivative;
import dev.nnlang.compiler.formula.range.Assumptions;
import dev.nnlang.compiler.formula.range.Range;
import dev.nnlang.compiler.formula.simplify.Simplifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/** A function of one variable and its derivative, to be looked at piece by piece. */
final class PiecewiseFunction {

    /** Fine pieces are this long within {@link #NEAR} of 0, and each twice as long as the one before beyond. */
    private static final double STEP = 1.0 / 32;

    private static final double NEAR = 16;
    private static final double FAR = 64;

    /** Values that agree here and at its square have reached their limit. */
    private static final double ALMOST_INFINITE = 1e12;

    private static final double ROUNDING = 1e-9;
    private static final double BESIDE = 1e-6;
    private static final double VISIBLE_JUMP = 1e-4;

    private final String variable;
    private final Formula value;
    private final Formula slope;
    private final SortedSet<Double> breakpoints = new TreeSet<>();

    PiecewiseFunction(Formula formula, String variable) {
        this.variable = variable;
        this.value = Simplifier.simplify(formula);
        this.slope = Derivative.of(value, variable);
        breakpoints.addAll(Breakpoints.of(value));
        breakpoints.addAll(Breakpoints.of(slope));
    }

    double value(double x) {
        return Evaluator.evaluate(value, Map.of(variable, x));
    }

    double slope(double x) {
        return Evaluator.evaluate(slope, Map.of(variable, x));
    }

    /** The slope's formula within the piece. */
    Formula slopeOver(Range piece) {
        return Simplifier.simplify(slope, over(piece));
    }

    /** An interval that holds every value. */
    Range range() {
        return finePieces().stream().map(this::image).reduce(Range::union).orElseThrow();
    }

    /** Whether intervals prove that the values never decrease. */
    boolean isMonotone() {
        boolean rises =
                finePieces().stream().allMatch(piece -> over(piece).range(slope).isNonNegative());
        return rises
                && breakpoints.stream().allMatch(x -> value(Math.nextUp(x)) - value(Math.nextDown(x)) > -VISIBLE_JUMP);
    }

    /** Where the slope or the value jumps. */
    List<Double> kinks() {
        return breakpoints.stream()
                .filter(x -> jumps(slope(x - BESIDE), slope(x + BESIDE)) || jumps(value(x - BESIDE), value(x + BESIDE)))
                .toList();
    }

    private static boolean jumps(double before, double after) {
        return Math.abs(after - before) > VISIBLE_JUMP * Math.max(1, Math.abs(before));
    }

    /** The pieces within which nothing changes but smoothly. */
    List<Range> pieces() {
        return between(breakpoints);
    }

    private List<Range> finePieces() {
        SortedSet<Double> cuts = new TreeSet<>(breakpoints);
        for (double x = 0; x <= FAR; x = x < NEAR ? x + STEP : 2 * x) {
            cuts.add(x);
            cuts.add(0 - x);
        }
        return between(cuts);
    }

    private static List<Range> between(Collection<Double> cuts) {
        List<Range> pieces = new ArrayList<>();
        double low = Double.NEGATIVE_INFINITY;
        for (double high : cuts) {
            pieces.add(Range.open(low, high));
            low = high;
        }
        pieces.add(Range.open(low, Double.POSITIVE_INFINITY));
        return pieces;
    }

    private Assumptions over(Range piece) {
        return Assumptions.ofVariables(Map.of(variable, piece));
    }

    /** The values over a piece and at its upper end. */
    private Range image(Range piece) {
        Range image = over(piece).range(value);
        if (keepsSign(piece, 1) || keepsSign(piece, -1)) {
            image = narrow(image, near(piece.low(), 1).union(near(piece.high(), -1)));
        } else if (piece.isBounded()) {
            image = narrow(image, aroundMiddle(piece));
        }
        return Double.isFinite(piece.high())
                ? image.union(over(Range.of(piece.high())).range(value))
                : image;
    }

    private static Range narrow(Range image, Range bounds) {
        Range narrowed = image.intersect(bounds);
        boolean defined = !Double.isNaN(bounds.low()) && !Double.isNaN(bounds.high());
        return defined && !narrowed.isEmpty() ? narrowed : image;
    }

    /** The mean value theorem: what is in the middle, and what the slope can make of it up to the ends. */
    private Range aroundMiddle(Range piece) {
        double half = (piece.high() - piece.low()) / 2;
        Range change = over(piece).range(slope).multiply(Range.closed(-half, half));
        return Range.of(value(piece.low() + half)).add(change);
    }

    /** The value that is approached at an end of a piece; rounding is allowed for at a finite end. */
    private Range near(double end, int inwards) {
        double value = limit(end, inwards);
        if (!Double.isFinite(end)) {
            return Range.open(value, value);
        }
        double rounding = ROUNDING * Math.max(1, Math.abs(value));
        return Range.closed(value - rounding, value + rounding);
    }

    /** Proven by intervals; where they are too coarse towards infinity, judged by samples. */
    private boolean keepsSign(Range piece, int sign) {
        Range slopes = over(piece).range(slope);
        boolean proven = sign > 0 ? slopes.isNonNegative() : slopes.negate().isNonNegative();
        return proven || !piece.isBounded() && samples(piece).allMatch(x -> sign * slope(x) >= 0);
    }

    private static DoubleStream samples(Range unbounded) {
        double start = Double.isFinite(unbounded.low()) ? unbounded.low() : unbounded.high();
        return DoubleStream.iterate(start, x -> Math.abs(x) < ALMOST_INFINITE, x -> 2 * x);
    }

    /** An end without a limit gives the infinity that the values run to. */
    private double limit(double end, int inwards) {
        if (Double.isFinite(end)) {
            return value(inwards > 0 ? Math.nextUp(end) : Math.nextDown(end));
        }
        double far = value(-inwards * ALMOST_INFINITE);
        double farther = value(-inwards * ALMOST_INFINITE * ALMOST_INFINITE);
        boolean converged = Math.abs(farther - far) <= ROUNDING;
        return converged ? farther : (farther - far) * Double.POSITIVE_INFINITY;
    }
}
