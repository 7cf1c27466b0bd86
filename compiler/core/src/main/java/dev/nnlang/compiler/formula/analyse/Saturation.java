package dev.nnlang.compiler.formula.analyse;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.formula.range.Range;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where an activation passes back little or no gradient. Numbers are found by sampling and rounded away from 0 to a tenth.
 *
 * @param below from this input downwards the derivative stays under {@value #NEARLY_ZERO}
 * @param above from this input upwards
 * @param flat the intervals in which the derivative is exactly 0, in ascending order
 */
public record Saturation(OptionalDouble below, OptionalDouble above, List<Range> flat) {

    /** A weight in front of a unit with this slope learns about a thousand times slower. */
    public static final double NEARLY_ZERO = 1.5e-3;

    private static final int SAMPLES_PER_UNIT = 100;
    private static final int LAST_SAMPLE = 100 * SAMPLES_PER_UNIT;
    private static final double FARTHEST = 1e6;

    public Saturation {
        flat = List.copyOf(flat);
    }

    static Saturation of(PiecewiseFunction curve) {
        OptionalDouble above = bound(curve, 1);
        OptionalDouble below = bound(curve, -1);
        return new Saturation(below, above, flat(curve));
    }

    /** Walks inwards until the slope is felt. */
    private static OptionalDouble bound(PiecewiseFunction curve, int direction) {
        for (double x = FARTHEST; x > LAST_SAMPLE / SAMPLES_PER_UNIT; x /= 2) {
            if (!isSmall(curve.slope(direction * x))) {
                return OptionalDouble.empty();
            }
        }
        int sample = LAST_SAMPLE;
        while (sample > -LAST_SAMPLE && isSmall(curve.slope((double) direction * sample / SAMPLES_PER_UNIT))) {
            sample--;
        }
        double bound = Math.ceil(sample * 10.0 / SAMPLES_PER_UNIT) / 10;
        boolean found = sample < LAST_SAMPLE && sample > -LAST_SAMPLE;
        return found ? OptionalDouble.of(direction * bound + 0.0) : OptionalDouble.empty();
    }

    private static boolean isSmall(double slope) {
        return Math.abs(slope) < NEARLY_ZERO;
    }

    private static List<Range> flat(PiecewiseFunction curve) {
        Deque<Range> flat = new ArrayDeque<>();
        for (Range piece : curve.pieces()) {
            if (curve.slopeOver(piece).equals(Formula.constant(0))) {
                boolean continues = !flat.isEmpty()
                        && flat.getLast().high() == piece.low()
                        && !curve.kinks().contains(piece.low());
                double start = continues ? flat.removeLast().low() : piece.low();
                flat.addLast(Range.open(start, piece.high()));
            }
        }
        return List.copyOf(flat);
    }

    List<String> describe() {
        boolean flatBelow = flat.stream().anyMatch(piece -> Double.isInfinite(piece.low()));
        boolean flatAbove = flat.stream().anyMatch(piece -> Double.isInfinite(piece.high()));
        List<String> phrases = new ArrayList<>();
        if (flat.size() == 2 && flat.get(0).equals(flat.get(1).negate())) {
            phrases.add("flat beyond |x| > " + Printer.print(flat.get(1).low()));
        } else {
            flat.forEach(piece -> phrases.add("flat " + where(piece)));
        }
        phrases.addAll(
                describeTails(flatBelow ? OptionalDouble.empty() : below, flatAbove ? OptionalDouble.empty() : above));
        return phrases;
    }

    private static List<String> describeTails(OptionalDouble below, OptionalDouble above) {
        if (below.isPresent() && above.isPresent() && below.getAsDouble() == -above.getAsDouble()) {
            return List.of("saturates beyond |x| > " + Printer.print(above.getAsDouble()));
        }
        List<String> phrases = new ArrayList<>();
        below.ifPresent(bound -> phrases.add("saturates for x < " + Printer.print(bound)));
        above.ifPresent(bound -> phrases.add("saturates for x > " + Printer.print(bound)));
        return phrases;
    }

    private static String where(Range piece) {
        if (Double.isInfinite(piece.low())) {
            return "for x < " + Printer.print(piece.high());
        }
        return Double.isInfinite(piece.high()) ? "for x > " + Printer.print(piece.low()) : "in " + piece;
    }
}
