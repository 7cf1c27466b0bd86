package dev.nnlang.compiler.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Columns of text, each as wide as its widest cell; numbers lean to the right. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param right for each column whether its cells lean to the right */
    TextTable(Boolean... right) {
        this.right = List.of(right);
    }

    /** A row, which may be shorter than the others. */
    void add(List<String> cells) {
        rows.add(cells);
    }

    String render() {
        List<Integer> widths =
                IntStream.range(0, right.size()).mapToObj(this::width).toList();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String padding = " ".repeat(widths.get(column) - cell.length());
                line.append(column == 0 ? "" : GAP);
                line.append(right.get(column) ? padding + cell : cell + padding);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
