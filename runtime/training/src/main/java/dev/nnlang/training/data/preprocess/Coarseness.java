package dev.nnlang.training.data.preprocess;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.statistics.Statistics;
import java.util.List;
import java.util.Locale;

/** Networks compute in float, which cannot tell large numbers apart that lie close together. */
final class Coarseness {

    /** Beyond this, a float skips whole numbers. */
    private static final double LARGEST_WHOLE = 1 << 24;

    private Coarseness() {}

    /** @param elements what is known of the column after its preprocessing */
    static List<String> warnings(Column column, List<Statistics> elements) {
        boolean whole =
                ((Column.Reals) column.kind()).whole() && column.preprocessing().isEmpty();
        return elements.stream()
                .filter(element -> isCoarse(element, whole))
                .limit(1)
                .map(element -> warning(column, element))
                .toList();
    }

    private static boolean isCoarse(Statistics values, boolean whole) {
        double largest = Math.max(Math.abs(values.minimum()), Math.abs(values.maximum()));
        if (whole && largest > LARGEST_WHOLE) {
            return true;
        }
        boolean varies = values.maximum() > values.minimum();
        return varies && values.deviation() < 4 * Math.ulp((float) largest);
    }

    private static String warning(Column column, Statistics values) {
        return String.format(
                Locale.ROOT,
                "column `%s` has numbers from %.10g to %.10g, of which neighbours are the same in a network's 32-bit floats;"
                        + " write `-> standardize` behind its type",
                column.name(),
                values.minimum(),
                values.maximum());
    }
}
