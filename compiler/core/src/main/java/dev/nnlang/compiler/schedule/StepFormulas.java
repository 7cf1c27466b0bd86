package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Contract;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Pad;
import dev.nnlang.compiler.graph.op.PlaceOfMaximum;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.graph.op.Scatter;
import dev.nnlang.compiler.program.FormulaLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in the language's notation what a step computes: {@code tanh1[n][16] = tanh(input[n][4] · dense1Weight[4][16] + dense1Bias[16])}. */
final class StepFormulas {

    private final Storage storage;

    private StepFormulas(Storage storage) {
        this.storage = storage;
    }

    static List<FormulaLine> describe(StepPlan plan, Storage storage) {
        StepFormulas formulas = new StepFormulas(storage);
        List<FormulaLine> lines = new ArrayList<>();
        for (Node node : plan.nodes()) {
            if (!formulas.isShownInReader(node) && !(node.op() instanceof Reshape) && !formulas.isThere(node)) {
                lines.add(formulas.line(node));
                storage.readers(node.value()).stream()
                        .filter(formulas::isThere)
                        .map(formulas::line)
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    /** An image with the margins that it was given when it was computed: it is shown there. */
    private boolean isThere(Node node) {
        return node.op() instanceof Pad && storage.isAnotherName(node);
    }

    private FormulaLine line(Node node) {
        String result = storage.isLocal(node.value())
                ? node.value().name()
                : storage.place(node.value()).buffer().name();
        return new FormulaLine(result, node.value() + " = " + text(node.op()));
    }

    private boolean isShownInReader(Node node) {
        boolean overwritten = storage.accumulatesInReader(node.value());
        return overwritten || storage.isInlined(node);
    }

    private String text(Op op) {
        if (op instanceof MapElements map) {
            return Printer.print(formula(map));
        }
        if (op instanceof Contract product && product.isMatrixProduct()) {
            return side(product, 0) + " · " + side(product, 1);
        }
        if (op instanceof Reduce reduce) {
            return (reduce.isSum() ? "sum of " : "max of ")
                    + operand(reduce.argument())
                    + (reduce.over().contains(Dim.ROWS) ? " over rows" : "");
        }
        if (op instanceof OneHot oneHot) {
            return "one_hot(" + oneHot.labels().name() + ")";
        }
        if (op instanceof Gather gather) {
            return place(gather.labels())
                    .map(PlaceOfMaximum::ofMaximum)
                    .orElseGet(() -> gather.table().name() + indices(gather.table(), gather.along(), gather.labels()));
        }
        if (op instanceof Scatter scatter) {
            return "sum of " + operand(scatter.d())
                    + place(scatter.labels())
                            .map(place -> " at the " + place.ofMaximum())
                            .orElseGet(() ->
                                    " over the rows of each " + scatter.labels().name());
        }
        return op.toString();
    }

    private Optional<PlaceOfMaximum> place(Value labels) {
        return storage.producer(labels).op() instanceof PlaceOfMaximum place ? Optional.of(place) : Optional.empty();
    }

    /** {@code [n][species[n]]}, up to the label. */
    private static String indices(Value table, List<Dim> along, Value labels) {
        StringBuilder indices = new StringBuilder();
        for (Dim dim : table.shape().dims()) {
            if (along.contains(dim)) {
                return indices + "[" + labels.name() + "[n]]";
            }
            indices.append(dim);
        }
        throw new IllegalArgumentException("no label of " + table);
    }

    private String side(Contract product, int factor) {
        Value matrix = product.factors().get(factor).value();
        return product.isTransposed(factor) ? name(matrix) + "^T" : name(matrix) + matrix.shape();
    }

    /** What only has another shape is called what it is called in the code. */
    private String name(Value value) {
        return storage.producer(value).op() instanceof Reshape reshape ? name(reshape.argument()) : value.name();
    }

    private Formula formula(MapElements map) {
        Map<String, Formula> shown = new HashMap<>();
        map.operands().forEach(value -> shown.put(value.name(), Formula.variable(operand(value))));
        return map.formula().substitute(shown);
    }

    private String operand(Value value) {
        Node producer = storage.producer(value);
        return isShownInReader(producer) ? text(producer.op()) : name(value) + value.shape();
    }
}
