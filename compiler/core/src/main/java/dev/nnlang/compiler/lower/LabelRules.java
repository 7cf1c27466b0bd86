package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The layers that make numbers of a column that is one of several values, by name. */
final class LabelRules {

    /** What to do with labels where numbers are wanted. */
    static final String HELP = "make numbers of it first: -> one_hot, or -> embedding(4)";

    private final GraphBuilder builder;
    private final Dims dims;
    private final Diagnostics diagnostics;

    LabelRules(GraphBuilder builder, Dims dims, Diagnostics diagnostics) {
        this.builder = builder;
        this.dims = dims;
        this.diagnostics = diagnostics;
    }

    Optional<Value> oneHot(Layer layer, Invocation oneHot, Value input) {
        if (!isLabel(layer, input)) {
            return Optional.empty();
        }
        Dim values = dims.of(layer, column(layer).kind().features());
        return Optional.of(builder.add(layer.name(), new OneHot(input, values), LayerRules.origin(layer)));
    }

    /** {@code y[n][j] = table[label[n]][j]}. */
    Optional<Value> embedding(Layer layer, Invocation embedding, Value input) {
        if (!isLabel(layer, input) || !sharesValues(layer)) {
            return Optional.empty();
        }
        int categories = column(layer).kind().features();
        InitialValues initial = InitialWeights.ofTable(embedding.call("init"), categories);
        Value table = LayerRules.weight(
                builder,
                layer,
                "weight",
                () -> Shape.of(dims.of(layer, "VALUES", categories, "k"), dims.of(layer, embedding.whole("size"))),
                initial);
        return Optional.of(builder.add(
                layer.name(), Gather.of(table, input, table.shape().dims().get(0)), LayerRules.origin(layer)));
    }

    private boolean isLabel(Layer layer, Value input) {
        if (input.element() == Value.Element.LABEL) {
            return true;
        }
        LayerRules.mismatch(
                diagnostics,
                layer,
                "one of several values",
                input.shape(),
                "place it right behind the name of a column that is `one of` some values");
        return false;
    }

    /** A line of a shared table must mean the same value wherever it is looked up. */
    private boolean sharesValues(Layer layer) {
        Column own = column(layer);
        Column first = layer.sharing().map(LabelRules::column).orElse(own);
        if (isAlike(labels(first), labels(own))) {
            return true;
        }
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.SHARED_WEIGHTS_MISMATCH,
                        layer.span(),
                        layer.span().text(),
                        "the values of " + first.name(),
                        "those of " + own.name())
                .withSecondary(first.span(), "it was given these first")
                .withSecondary(own.span(), "these are others")
                .withHelp("share it between columns with the same values in the same order, or write it out for each"));
        return false;
    }

    /** Whether all are called the same, or else written the same: those of a range are called after their column. */
    private static boolean isAlike(List<Column.Label> first, List<Column.Label> second) {
        return first.size() == second.size()
                && IntStream.range(0, first.size()).allMatch(i -> isAlike(first.get(i), second.get(i)));
    }

    private static boolean isAlike(Column.Label first, Column.Label second) {
        return first.name().equals(second.name()) || first.written().equals(second.written());
    }

    private static List<Column.Label> labels(Column column) {
        return ((Column.OneOf) column.kind()).labels();
    }

    /** Labels come from nowhere but columns that stand alone. */
    private static Column column(Layer layer) {
        return ((Layer.Input) layer.inputs().get(0).operation()).columns().get(0);
    }
}
