package dev.nnlang.compiler.format;

import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.SourceUnit.Comment;
import java.util.List;
import java.util.Optional;

/** The comments of a file, found by their places. */
final class Comments {

    /**
     * The comments between two things.
     *
     * @param trailing stands behind the first thing, on its line
     * @param own stand on lines of their own
     */
    record Gap(Optional<Comment> trailing, List<Comment> own) {

        boolean isEmpty() {
            return trailing.isEmpty() && own.isEmpty();
        }
    }

    private final List<Comment> all;

    Comments(List<Comment> all) {
        this.all = all;
    }

    /** The comments that start at {@code from} or later, but before {@code to}. */
    List<Comment> between(int from, int to) {
        return all.stream()
                .filter(comment ->
                        comment.span().start() >= from && comment.span().start() < to)
                .toList();
    }

    boolean anyIn(Span span) {
        return !between(span.start(), span.end()).isEmpty();
    }

    /**
     * What is to be written between a thing and the next one.
     *
     * @param from from where on the comments inside of {@code thing} are not written with it; the first of them moves
     * behind it
     * @param to where the next thing starts
     */
    Gap after(Span thing, int from, int to) {
        List<Comment> comments = between(from, to);
        boolean trails = !comments.isEmpty() && isBehind(thing, comments.get(0).span());
        Optional<Comment> trailing = trails ? Optional.of(comments.get(0)) : Optional.empty();
        return new Gap(trailing, comments.subList(trails ? 1 : 0, comments.size()));
    }

    private static boolean isBehind(Span thing, Span comment) {
        return comment.start() < thing.end() || comment.line() == Lines.last(thing);
    }
}
