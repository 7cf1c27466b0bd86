package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Where the columns of a schema lie in a CSV file.
 *
 * @param fields how many fields a line has
 * @param starts for each column in declared order: the index of its first field; the others follow it
 */
record CsvLayout(int fields, int[] starts) {

    /** Without header: the columns in declared order. */
    static CsvLayout declared(Schema schema) {
        int[] starts = new int[schema.order().size()];
        int next = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = next;
            next += schema.order().get(i).width();
        }
        return new CsvLayout(next, starts);
    }

    /** By the names in the header; whatever does not fit goes to the problems. */
    static CsvLayout named(Schema schema, List<String> header, String place, Problems problems) {
        boolean[] used = new boolean[header.size()];
        int[] starts = new int[schema.order().size()];
        for (int i = 0; i < starts.length; i++) {
            Column column = schema.order().get(i);
            starts[i] = find(column.header(), header, place, problems);
            occupy(column, starts[i], used, place, problems);
        }
        for (String ignored : schema.ignored()) {
            int index = find(ignored, header, place, problems);
            if (index >= 0) {
                used[index] = true;
            }
        }
        // A name that stands twice has been told of.
        Predicate<String> known = name -> schema.ignored().contains(name)
                || schema.order().stream().anyMatch(column -> column.header().equals(name));
        IntStream.range(0, used.length)
                .filter(i -> !used[i] && !known.test(header.get(i)))
                .forEach(i -> problems.add(place + ": column `"
                        + header.get(i) + "` is not declared in " + schema.name() + "; declare it, or add `ignore: "
                        + header.get(i) + "`"));
        return new CsvLayout(header.size(), starts);
    }

    private static int find(String name, List<String> header, String place, Problems problems) {
        int index = header.indexOf(name);
        if (index < 0) {
            problems.add(place + ": expected a column `" + name + "`, but the header has " + quoted(header)
                    + "; name it there, or write the header's name in quotes behind the column's");
        } else if (header.lastIndexOf(name) != index) {
            problems.add(place + ": expected one column `" + name + "`, but the header has it more than once;"
                    + " rename all but one");
        }
        return index;
    }

    private static void occupy(Column column, int start, boolean[] used, String place, Problems problems) {
        int end = start + column.width();
        if (start >= 0 && end > used.length) {
            problems.add(place + ": expected " + column.width() + " columns from `" + column.header()
                    + "` on, but only " + (used.length - start) + " follow");
        } else if (start >= 0 && IntStream.range(start, end).anyMatch(i -> used[i])) {
            problems.add(place + ": expected column `" + column.header()
                    + "` for itself, but it lies among those of another declared column");
        } else if (start >= 0) {
            Arrays.fill(used, start, end, true);
        }
    }

    private static String quoted(List<String> header) {
        List<String> names = new ArrayList<>(header.subList(0, Math.min(header.size(), 20)));
        if (header.size() > names.size()) {
            names.add("…");
        }
        return String.join(", ", names);
    }
}
