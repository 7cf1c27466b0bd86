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
     * For each thing that has a width, the largest width among its neighbours; an empty line or a thing without a width
     * parts them.
     */
    static <T extends Syntax> Map<T, Integer> widths(
            List<CommentedItems.Entry<T>> entries, Function<T, OptionalInt> width) {
        Map<T, Integer> widths = new HashMap<>();
        List<T> neighbours = new ArrayList<>();
        int widest = 0;
        for (CommentedItems.Entry<T> entry : entries) {
            OptionalInt own = width.apply(entry.item());
            if (own.isEmpty() || entry.isSetApart()) {
                align(neighbours, widest, widths);
                widest = 0;
            }
            if (own.isPresent()) {
                neighbours.add(entry.item());
                widest = Math.max(widest, own.getAsInt());
            }
        }
        align(neighbours, widest, widths);
        return widths;
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static <T> void align(List<T> neighbours, int width, Map<T, Integer> widths) {
        neighbours.forEach(neighbour -> widths.put(neighbour, width));
        neighbours.clear();
    }
}
