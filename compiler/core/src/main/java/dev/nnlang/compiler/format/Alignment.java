package dev.nnlang.compiler.format;

import dev.nnlang.compiler.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** Lines up what stands in neighbouring lines. */
final class Alignment {

    private Alignment() {}

    /**
     * The common width for each thing: the largest among its neighbours. An empty line ends a neighbourhood, and so does a thing without a width.
     */
    static <T extends Syntax> Map<T, Integer> widths(List<Listing.Entry<T>> entries, Function<T, OptionalInt> width) {
        Map<T, Integer> widths = new HashMap<>();
        List<T> neighbours = new ArrayList<>();
        for (Listing.Entry<T> entry : entries) {
            boolean hasWidth = width.apply(entry.item()).isPresent();
            if (entry.isSetApart() || !hasWidth) {
                neighbours.clear();
            }
            if (hasWidth) {
                neighbours.add(entry.item());
                int widest = neighbours.stream()
                        .mapToInt(item -> width.apply(item).getAsInt())
                        .max()
                        .getAsInt();
                neighbours.forEach(item -> widths.put(item, widest));
            }
        }
        return widths;
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
