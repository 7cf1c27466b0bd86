package dev.nnlang.compiler.syntax;

import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A whole file.
 *
 * @param packageName {@code package samples.iris}: a {@link Expression.Reference}
 * @param comments every comment in the order of the text, {@code ///} ones too; the formatter keeps them
 */
public record SourceUnit(
        Optional<Expression.Reference> packageName, List<Declaration> declarations, List<Comment> comments, Span span)
        implements Syntax {

    /** A comment with its slashes. */
    public record Comment(String text, Span span) {}
}
