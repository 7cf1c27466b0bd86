package dev.nnlang.training.gradcheck;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a {@link GradientCheck} found, a line a parameter.
 *
 * @param loss of the random rows
 */
public record GradientReport(double loss, List<Line> lines) {
    static final double TOLERANCE = 1e-6;

    public GradientReport {
        lines = List.copyOf(lines);
    }

    /**
     * One parameter.
     *
     * @param layer file, line and layer: {@code iris.nn:14 dense(16)}
     * @param checked entries compared, of {@code total}
     * @param kinks entries skipped, because the loss has a kink there
     * @param worst the largest relative difference; NaN where the gradient or the loss is
     */
    public record Line(
            String name, String layer, List<Integer> shape, int checked, int kinks, int total, double worst) {
        boolean agrees() {
            return worst <= TOLERANCE;
        }

        private String file() {
            return layer.substring(0, Math.max(0, layer.indexOf(' ')));
        }

        private String call() {
            return layer.substring(layer.indexOf(' ') + 1);
        }

        private String parameter() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        private String dims() {
            return shape.stream().map(dim -> "[" + dim + "]").collect(Collectors.joining());
        }
    }

    /** Whether every entry compared agrees to 1e-6, relative. */
    public boolean agrees() {
        return Double.isFinite(loss) && lines.stream().allMatch(Line::agrees);
    }

    /** The largest relative difference of all. */
    public double worst() {
        return lines.stream().mapToDouble(Line::worst).reduce(0, Math::max);
    }

    /** A table, and the verdict as its last line. */
    @Override
    public String toString() {
        int file = width(Line::file);
        int call = width(Line::call);
        int parameter = width(Line::parameter);
        int dims = width(Line::dims);
        int total = width(line -> Integer.toString(line.total()));
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String layer = pad(line.file(), -file) + "  " + pad(line.call(), -call);
            String tensor = pad(line.parameter(), -parameter) + " " + pad(line.dims(), -dims);
            String counts = pad(line.checked() + "", total) + " of " + pad(line.total() + "", -total);
            String worst = String.format(Locale.ROOT, "worst %.1e", line.worst());
            text.append(String.join("   ", layer, tensor, counts, worst));
            text.append(line.agrees() ? "\n" : "   differs\n");
        }
        return text.append(verdict()).toString();
    }

    private int width(Function<Line, String> cell) {
        return lines.stream().map(cell).mapToInt(String::length).max().orElse(1);
    }

    private static String pad(String text, int width) {
        return width == 0 ? text : String.format("%" + width + "s", text);
    }

    private String verdict() {
        int checked = lines.stream().mapToInt(Line::checked).sum();
        int kinks = lines.stream().mapToInt(Line::kinks).sum();
        int total = lines.stream().mapToInt(Line::total).sum();
        if (!Double.isFinite(loss)) {
            return "the loss is " + loss + " on random rows: a formula is not defined for all numbers";
        }
        String which = checked == total
                ? "all " + total + " gradients agree"
                : checked + " of " + total + " gradients checked, all agree";
        String skipped = kinks == 0 ? "" : "; " + kinks + " skipped at a kink of the loss";
        String wrong =
                lines.stream().filter(line -> !line.agrees()).map(Line::name).collect(Collectors.joining(", "));
        return wrong.isEmpty()
                ? which + " with finite differences to 1e-6" + skipped
                : "gradients differ from finite differences by more than 1e-6: " + wrong + skipped;
    }
}
