package dev.nnlang.compiler.model;

import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code network Iris for Flower { … }} with its {@code train} declaration.
 *
 * @param layers all layers, each behind those it reads
 * @param output the layer whose value is the network's answer
 * @param target the column that the answer is tied to
 */
public record Network(
        String name,
        String doc,
        DataSet data,
        List<Layer> layers,
        Layer output,
        Column target,
        Optional<Training> training,
        Span span) {

    /** Whether the answer is a score for each label, of which the highest wins; otherwise labels have probabilities. */
    public boolean givesScores() {
        return target.kind() instanceof Column.OneOf && !output.isPrimitive("softmax");
    }
}
