package dev.nnlang.compiler.syntax;

import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What stands at the top level of a file. {@code doc} is the text of the {@code ///} lines before it, without slashes;
 * empty if none.
 */
public sealed interface Declaration extends Syntax {

    String doc();

    Name name();

    /** {@code data Flower { … }}. */
    record Data(String doc, Name name, List<DataItem> items, Span span) implements Declaration {}

    /** {@code network Iris for Flower { … }}. */
    record Network(String doc, Name name, Name data, List<Statement> body, Span span) implements Declaration {}

    /** {@code train Iris { … }}; {@code name} is the network's. */
    record Train(String doc, Name name, List<DataItem.Setting> settings, Span span) implements Declaration {}

    /** {@code block residual(filters, width = 3) { … }}. */
    record Block(String doc, Name name, List<Parameter> parameters, List<Statement> body, Span span)
            implements Declaration {}

    /** {@code activation elu(x; alpha = 1) = …}. */
    record Activation(String doc, Name name, Name argument, List<Parameter> parameters, Expression body, Span span)
            implements Declaration {}

    /** {@code loss huber(y, t; delta = 1) = …}. */
    record Loss(String doc, Name name, Name output, Name target, List<Parameter> parameters, Expression body, Span span)
            implements Declaration {}

    /** {@code param width = 128}. */
    record Param(String doc, Name name, Expression value, Span span) implements Declaration {}

    /**
     * A parameter of a block, an activation or a loss.
     *
     * @param learn whether it is trained: {@code learn alpha = 0.25}
     * @param per what gets a value of its own: {@code per channel}
     */
    record Parameter(boolean learn, Name name, Optional<Expression> defaultValue, Optional<Name> per, Span span) {}
}
