package dev.nnlang.compiler.format;

import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Flow;
import dev.nnlang.compiler.syntax.SourceUnit.Comment;
import dev.nnlang.compiler.syntax.Statement;
import java.util.List;

/**
 * Writes the statements of a network or a block. A chain goes on to a new line where the author did so, and where it
 * would become too long.
 */
final class FlowLayout {

    /** What {@code  ->} and {@code  )} take. */
    private static final int ARROW = 4;

    private static final int CLOSING = 2;

    private final LineWriter page;
    private final Comments comments;

    FlowLayout(LineWriter page, Comments comments) {
        this.page = page;
        this.comments = comments;
    }

    static CommentedItems.Reach<Statement> reach() {
        return new CommentedItems.Reach<>(
                statement -> flow(statement).span().start(), statement -> tail(flow(statement)));
    }

    void write(Statement statement) {
        int indent = page.column();
        if (statement instanceof Statement.Let let) {
            page.write("let " + let.name().text() + " = ");
        }
        if (flow(statement) instanceof Flow.Chain chain) {
            writeStart(chain);
            writeRest(chain, page.column() + 1, indent + 2, 0);
        } else {
            writeLink(flow(statement));
        }
    }

    private static Flow flow(Statement statement) {
        return statement instanceof Statement.Let let ? let.value() : ((Statement.Chain) statement).flow();
    }

    /** From where on the comments inside {@code flow} are left to whoever writes what follows it. */
    private static int tail(Flow flow) {
        if (flow instanceof Flow.Chain chain) {
            return tail(last(chain.links()));
        }
        if (flow instanceof Flow.Branches branches) {
            return tail(last(branches.branches()));
        }
        if (flow instanceof Flow.Repeat repeat) {
            return tail(repeat.body());
        }
        return flow instanceof Flow.SideBySide copies
                ? tail(copies.body())
                : flow.span().start();
    }

    private static Flow last(List<Flow> flows) {
        return flows.get(flows.size() - 1);
    }

    private void writeStart(Flow.Chain chain) {
        Flow first = chain.links().get(0);
        writeOpening(chain.span(), first.span());
        writeLink(first);
    }

    /**
     * Writes all links but the first one.
     *
     * @param aligned the column of lines that begin in the middle of the chain
     * @param indented the same, if already the second link begins a line
     * @param reserve how much must fit behind a link
     */
    private void writeRest(Flow.Chain chain, int aligned, int indented, int reserve) {
        int column = aligned;
        for (int i = 1; i < chain.links().size(); i++) {
            Flow before = chain.links().get(i - 1);
            Flow link = chain.links().get(i);
            Comments.Gap gap =
                    comments.after(before.span(), tail(before), link.span().start());
            if (!gap.isEmpty() || Lines.breaksBetween(before.span(), link.span()) || !fits(link, reserve)) {
                column = i == 1 ? indented : column;
                writeGap(gap, column);
                page.line(false, column);
                page.write("-> ");
            } else {
                page.write(" -> ");
            }
            writeLink(link);
        }
    }

    private boolean fits(Flow link, int reserve) {
        return !isFlat(link) || page.fits(ARROW + FlowText.link(link).length() + reserve);
    }

    private void writeGap(Comments.Gap gap, int column) {
        gap.trailing().ifPresent(page::trailing);
        for (Comment comment : gap.own()) {
            page.line(false, column);
            page.write(comment.text());
        }
    }

    private void writeLink(Flow flow) {
        if (flow instanceof Flow.Step step) {
            page.fill(ExpressionText.pieces(step.call()), page.column() + ARROW);
        } else if (flow instanceof Flow.Repeat repeat) {
            writeOpening(repeat.span(), repeat.body().span());
            if (FlowText.needsGroup(repeat.body())) {
                writeGroup(repeat.body());
            } else {
                writeLink(repeat.body());
            }
            page.write(FlowText.suffix(repeat));
        } else {
            writeGroup(flow);
        }
    }

    /** Writes the comments between an opening parenthesis and what follows it. */
    private void writeOpening(Span outer, Span inner) {
        int column = page.column();
        for (Comment comment : comments.between(outer.start(), inner.start())) {
            page.write(comment.text());
            page.line(false, column);
        }
    }

    /** Writes {@code flow} in parentheses: in one line if the author did so, else each branch in a line of its own. */
    private void writeGroup(Flow flow) {
        List<Flow> branches = FlowText.branches(flow);
        String flat = FlowText.group(flow);
        if (isFlat(flow) && page.fits(flat.length())) {
            page.write(flat);
            return;
        }
        int column = page.column();
        page.write("( ");
        writeOpening(flow.span(), branches.get(0).span());
        for (int i = 0; i < branches.size(); i++) {
            if (i > 0) {
                Flow before = branches.get(i - 1);
                writeGap(
                        comments.after(
                                before.span(),
                                tail(before),
                                branches.get(i).span().start()),
                        column);
                page.line(false, column);
                page.write("| ");
            }
            writeBranch(branches.get(i), column);
        }
        page.write(" )");
    }

    private void writeBranch(Flow branch, int column) {
        if (branch instanceof Flow.SideBySide copies) {
            writeOpening(copies.span(), copies.body().span());
            writeBranch(copies.body(), column);
            page.line(false, column);
            page.write("| * " + ExpressionText.count(copies.count()));
        } else if (branch instanceof Flow.Chain chain) {
            int start = page.column();
            writeStart(chain);
            writeRest(chain, start, start, CLOSING);
        } else {
            writeLink(branch);
        }
    }

    private boolean isFlat(Flow flow) {
        return flow instanceof Flow.Step || Lines.isOneLine(flow.span()) && !comments.anyIn(flow.span());
    }
}
