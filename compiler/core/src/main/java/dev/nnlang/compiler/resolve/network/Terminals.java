package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import dev.nnlang.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where data comes into the body of a network or a block, and where it leaves.
 *
 * @param owner what has the body, for messages: {@code Flower}, {@code residual}
 * @param in what chains can start with, by name
 * @param out the names that chains can end in
 * @param outNoun what messages call such a name
 * @param outIsNoStart why no chain can start there
 */
public record Terminals(String owner, Map<String, Entry> in, List<String> out, String outNoun, String outIsNoStart) {

    /** All input columns of a network as one vector. */
    public static final String INPUT = "input";

    private static final String BLOCK_IN = "in";
    private static final String BLOCK_OUT = "out";

    /**
     * A way in.
     *
     * @param noun what messages call it
     * @param value what comes in, read at a place
     */
    record Entry(String noun, Function<Span, Value> value) {}

    static Terminals ofNetwork(DataSet data, LayerBuilder builder, Diagnostics diagnostics) {
        Map<String, Entry> in = new LinkedHashMap<>();
        in.put(INPUT, new Entry("all input columns", place -> read(INPUT, data.features(), place, builder)));
        for (Column column : data.inputs()) {
            in.put(column.name(), new Entry("a column", place -> {
                readable(column, place, diagnostics);
                return read(column.name(), List.of(column), place, builder);
            }));
        }
        List<String> targets = data.targets().stream().map(Column::name).toList();
        return new Terminals(data.name(), in, targets, "target", "it is what the network must find out");
    }

    private static Value read(String name, List<Column> columns, Span place, LayerBuilder builder) {
        return new Value(builder.input(name, columns, place), true);
    }

    private static void readable(Column column, Span place, Diagnostics diagnostics) {
        if (column.kind() instanceof Column.Text) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.TEXT_COLUMN, place, column.name(), "can only read")
                    .withSecondary(column.span(), "declared here")
                    .withHelp("if there are only some of them, list them: one of red, green, blue"));
        }
    }

    static Terminals ofBlock(String block, Value input) {
        Map<String, Entry> in = Map.of(BLOCK_IN, new Entry("what comes into the block", place -> input));
        return new Terminals(block, in, List.of(BLOCK_OUT), "end", "what comes in is called `" + BLOCK_IN + "`");
    }

    static boolean isOfBlock(String name) {
        return name.equals(BLOCK_IN) || name.equals(BLOCK_OUT);
    }

    /** A name that chains start with, for examples. */
    String firstIn() {
        return in.keySet().iterator().next();
    }

    /** A name that chains end in, for examples. */
    String firstOut() {
        return out.isEmpty() ? outNoun : out.get(0);
    }
}
