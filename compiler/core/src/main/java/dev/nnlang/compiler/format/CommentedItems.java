package dev.nnlang.compiler.format;

import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.SourceUnit.Comment;
import dev.nnlang.compiler.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Things that stand below each other, with the comments around them.
 *
 * @param opening stands behind what is before the first entry, on its line
 * @param closing the comments behind the last entry
 */
record CommentedItems<T extends Syntax>(Optional<Comment> opening, List<Entry<T>> entries, List<Line> closing) {

    /** A comment on a line of its own, and whether an empty line comes before it. */
    record Line(Comment comment, boolean blank) {}

    /** A thing, the comments above it, whether an empty line comes right before it, and the comment behind it. */
    record Entry<T extends Syntax>(List<Line> above, boolean blank, T item, Optional<Comment> trailing) {

        /** Whether an empty line comes between the entry before and this one. */
        boolean isSetApart() {
            return blank || above.stream().anyMatch(Line::blank);
        }
    }

    /**
     * How far comments inside a thing are not written with it.
     *
     * @param head those before this offset move above it
     * @param tail those behind this offset move behind it
     */
    record Reach<T>(ToIntFunction<T> head, ToIntFunction<T> tail) {}

    /**
     * Lists {@code items}.
     *
     * @param first the comments before the first one
     * @param end the offset where the list ends
     */
    static <T extends Syntax> CommentedItems<T> of(
            Comments comments, Comments.Gap first, List<T> items, int end, Reach<T> reach) {
        BlankLines blanks = new BlankLines();
        Comments.Gap gap = first;
        List<Entry<T>> entries = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            List<Line> above = blanks.lines(gap.own());
            boolean blank = blanks.isBefore(item.span());
            int next = i + 1 < items.size() ? reach.head.applyAsInt(items.get(i + 1)) : end;
            gap = comments.after(item.span(), reach.tail.applyAsInt(item), next);
            entries.add(new Entry<>(above, blank, item, gap.trailing()));
        }
        return new CommentedItems<>(
                first.trailing(), entries, blanks.lines(entries.isEmpty() ? first.own() : gap.own()));
    }

    /** Finds the empty lines that the author left; before the first thing none counts. */
    private static final class BlankLines {

        private int lastLine = Integer.MAX_VALUE;

        List<Line> lines(List<Comment> comments) {
            return comments.stream()
                    .map(comment -> new Line(comment, isBefore(comment.span())))
                    .toList();
        }

        boolean isBefore(Span span) {
            boolean first = lastLine == Integer.MAX_VALUE;
            boolean blank = !first && span.line() > lastLine + 1;
            lastLine = first ? Lines.last(span) : Math.max(lastLine, Lines.last(span));
            return blank;
        }
    }
}
