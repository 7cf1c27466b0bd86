package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.file.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where the columns of a schema lie in a CSV file.
 *
 * @param fields how many fields a line has
 * @param places for each column in declared order: the index of each of its fields
 * @param names the names of the fields of each column in the header; none without header
 */
record CsvLayout(int fields, int[][] places, Map<String, List<String>> names) {

    /**
     * Without header: the columns in declared order.
     *
     * @param declared all columns of the data
     * @param wanted those that are read
     * @param fields how many fields the first line has: of rows to be predicted, all columns or the inputs alone
     */
    static CsvLayout byPlace(Schema declared, Schema wanted, int fields) {
        boolean alone = wanted.policy().predicting() && fields != width(declared);
        List<Column> inFile = alone ? wanted.order() : declared.order();
        Map<String, Integer> starts = new HashMap<>();
        int next = 0;
        for (Column column : inFile) {
            starts.put(column.name(), next);
            next += column.width();
        }
        int[][] places = wanted.order().stream()
                .map(column -> consecutive(starts.get(column.name()), column.width()))
                .toArray(int[][]::new);
        return new CsvLayout(next, places, Map.of());
    }

    private static int width(Schema schema) {
        return schema.order().stream().mapToInt(Column::width).sum();
    }

    private static int[] consecutive(int start, int width) {
        return IntStream.range(start, start + width).toArray();
    }

    /** By the names in the header; whatever does not fit goes to the problems. */
    static CsvLayout named(Schema schema, List<String> header, String place, Problems problems) {
        Search search = new Search(schema, header, place, problems);
        int[][] places = schema.order().stream().map(search::place).toArray(int[][]::new);
        if (!schema.policy().predicting()) {
            search.refuseOthers();
        }
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (int i = 0; i < places.length && problems.count() == 0; i++) {
            if (places[i].length > 1) {
                names.put(
                        schema.order().get(i).name(),
                        IntStream.of(places[i]).mapToObj(header::get).toList());
            }
        }
        return new CsvLayout(header.size(), places, names);
    }

    /** A header, and which of its names have been found a use for. */
    private static final class Search {

        private static final int SHOWN = 20;

        private final Schema schema;
        private final List<String> header;
        private final String place;
        private final Problems problems;
        private final Map<String, Integer> first = new HashMap<>();
        private final boolean[] used;

        Search(Schema schema, List<String> header, String place, Problems problems) {
            this.schema = schema;
            this.header = header;
            this.place = place;
            this.problems = problems;
            this.used = new boolean[header.size()];
            IntStream.range(0, used.length).forEach(i -> first.putIfAbsent(header.get(i), i));
        }

        int[] place(Column column) {
            int[] found = column.fields().isEmpty()
                    ? consecutive(find(column.header()), column.width())
                    : column.fields().stream().mapToInt(this::find).toArray();
            if (IntStream.of(found).noneMatch(i -> i < 0)) {
                occupy(column, found);
            }
            return found;
        }

        private int find(String name) {
            int index = first.getOrDefault(name, -1);
            if (index < 0) {
                // Far enough below 0 that no element of a vector lies at a place that exists.
                problems.add(place + ": " + missing(name));
                return -schema.order().stream().mapToInt(Column::width).sum() - 1;
            }
            if (header.lastIndexOf(name) != index) {
                problems.add(place + ": expected one column `" + name
                        + "`, but the header has it more than once; rename all but one");
            }
            return index;
        }

        private String missing(String name) {
            String found = "expected a column `" + name + "`, but the header has " + quoted();
            for (String separator : List.of(";", "\t", "|")) {
                if (header.size() == 1 && header.get(0).contains(separator)) {
                    return found + "; write `separator: \"" + separator.replace("\t", "\\t") + "\"` in `csv(…)`";
                }
            }
            return found + "; name it there, or write the header's name in quotes behind the column's";
        }

        private String quoted() {
            List<String> names = new ArrayList<>(header.subList(0, Math.min(header.size(), SHOWN)));
            if (header.size() > names.size()) {
                names.add("…");
            }
            return String.join(", ", names);
        }

        private void occupy(Column column, int[] found) {
            if (found[found.length - 1] >= used.length) {
                problems.add(place + ": expected " + column.width() + " columns from `" + column.header()
                        + "` on, but only " + (used.length - found[0]) + " follow");
            } else if (IntStream.of(found).anyMatch(i -> used[i])) {
                problems.add(place + ": expected column `" + column.header()
                        + "` for itself, but it lies among those of another declared column");
            } else {
                IntStream.of(found).forEach(i -> used[i] = true);
            }
        }

        void refuseOthers() {
            for (String ignored : schema.ignored()) {
                int index = find(ignored);
                if (index >= 0) {
                    used[index] = true;
                }
            }
            for (int i = 0; i < used.length; i++) {
                if (!used[i] && first.get(header.get(i)) == i && !wasMissed(header.get(i))) {
                    problems.add(place + ": " + undeclared(i));
                }
            }
        }

        /** A column that lies among others has been told of. */
        private boolean wasMissed(String name) {
            return schema.order().stream().anyMatch(column -> column.header().equals(name))
                    || Collections.frequency(header, name) > 1
                            && schema.ignored().contains(name);
        }

        private String undeclared(int index) {
            String name = header.get(index);
            if (name.isEmpty()) {
                return "field " + (index + 1) + " has no name in the header; give it one, then declare or ignore it";
            }
            boolean plain = name.matches("[a-zA-Z_][a-zA-Z_0-9]*");
            return "column `" + name + "` is not declared in " + schema.name() + "; declare it, or add `ignore: "
                    + (plain ? name : "\"" + name + "\"") + "`";
        }
    }
}
