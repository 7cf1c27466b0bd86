package dev.nnlang.compiler.model;

import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code network Iris for Flower { … }} with its {@code train} declaration.
 *
 * @param layers all layers, each behind those it reads
 * @param outputs what it predicts, in the order in which the data declares its targets
 */
public record Network(
        String name,
        String doc,
        DataSet data,
        List<Layer> layers,
        List<Output> outputs,
        Optional<Training> training,
        Span span) {

    /**
     * One of the network's answers.
     *
     * @param layer whose value it is
     * @param target the column that it is tied to
     */
    public record Output(Layer layer, Column target) {

        /** Whether it is a score for each label, of which the highest wins; otherwise labels have probabilities. */
        public boolean givesScores() {
            return target.kind() instanceof Column.OneOf && !layer.isPrimitive("softmax");
        }
    }

    /** The columns that it predicts. */
    public List<Column> targets() {
        return outputs.stream().map(Output::target).toList();
    }
}
