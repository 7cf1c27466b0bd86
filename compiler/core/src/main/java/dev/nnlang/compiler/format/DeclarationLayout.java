package dev.nnlang.compiler.format;

import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.DataItem;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Statement;
import dev.nnlang.compiler.syntax.Syntax;
import java.util.List;
import java.util.function.Consumer;

/** Writes declarations. */
final class DeclarationLayout {

    private static final int INDENT = 2;

    private final LineWriter page;
    private final Comments comments;

    DeclarationLayout(LineWriter page, Comments comments) {
        this.page = page;
        this.comments = comments;
    }

    static boolean hasBody(Declaration declaration) {
        return declaration instanceof Declaration.Data
                || declaration instanceof Declaration.Train
                || declaration instanceof Declaration.Network
                || declaration instanceof Declaration.Block;
    }

    /** Whether {@code declaration} takes a line: formulas do, and blocks that the author wrote so. */
    boolean isShort(Declaration declaration) {
        return declaration instanceof Declaration.Block block ? isShort(block) : !hasBody(declaration);
    }

    private boolean isShort(Declaration.Block block) {
        return block.body().size() == 1
                && block.body().get(0) instanceof Statement.Chain
                && Lines.isOneLine(block.span())
                && !comments.anyIn(block.span())
                && ("block " + DeclarationHeader.of(block).text() + " " + flatBody(block)).length() <= LineWriter.WIDTH;
    }

    /** Writes a declaration in one line, its keyword and the rest of its title filled up to the widths given. */
    void writeShort(Declaration declaration, int keywordWidth, int titleWidth) {
        DeclarationHeader title = DeclarationHeader.of(declaration);
        String head =
                Alignment.pad(title.keyword(), keywordWidth) + " " + Alignment.pad(title.text(), titleWidth) + " ";
        if (declaration instanceof Declaration.Block block) {
            String body = flatBody(block);
            boolean fits = head.length() + body.length() <= LineWriter.WIDTH;
            page.write((fits ? head : title.keyword() + " " + title.text() + " ") + body);
        } else {
            writeFormula(head, formula(declaration));
        }
    }

    private void writeFormula(String head, Expression formula) {
        page.write(head + "=");
        if (page.fits(1 + ExpressionText.flat(formula).length())) {
            page.write(" ");
        } else {
            page.line(false, INDENT);
        }
        page.fill(ExpressionText.pieces(formula), INDENT);
    }

    private static Expression formula(Declaration declaration) {
        if (declaration instanceof Declaration.Activation activation) {
            return activation.body();
        }
        return declaration instanceof Declaration.Loss loss ? loss.body() : ((Declaration.Param) declaration).value();
    }

    private static String flatBody(Declaration.Block block) {
        return "{ " + FlowText.flat(((Statement.Chain) block.body().get(0)).flow()) + " }";
    }

    /** Writes a declaration with its body below it. */
    void writeTall(Declaration declaration) {
        if (declaration instanceof Declaration.Data data) {
            writeItems(data, data.items());
        } else if (declaration instanceof Declaration.Train train) {
            writeItems(train, train.settings());
        } else if (declaration instanceof Declaration.Network network) {
            writeStatements(network, network.body());
        } else if (declaration instanceof Declaration.Block block) {
            writeStatements(block, block.body());
        }
    }

    private <T extends DataItem> void writeItems(Declaration declaration, List<T> items) {
        CommentedItems<T> listing = list(declaration, items, ItemLayout.reach());
        ItemLayout<T> layout = new ItemLayout<>(page, listing.entries());
        writeBody(declaration, listing, layout::write);
    }

    private void writeStatements(Declaration declaration, List<Statement> statements) {
        FlowLayout layout = new FlowLayout(page, comments);
        writeBody(declaration, list(declaration, statements, FlowLayout.reach()), layout::write);
    }

    private <T extends Syntax> CommentedItems<T> list(
            Declaration declaration, List<T> items, CommentedItems.Reach<T> reach) {
        Span title = DeclarationHeader.of(declaration).last();
        int end = declaration.span().end();
        int start = items.isEmpty() ? end : reach.head().applyAsInt(items.get(0));
        return CommentedItems.of(comments, comments.after(title, title.end(), start), items, end, reach);
    }

    private <T extends Syntax> void writeBody(Declaration declaration, CommentedItems<T> listing, Consumer<T> writer) {
        DeclarationHeader title = DeclarationHeader.of(declaration);
        page.write(title.keyword() + " " + title.text() + " {");
        listing.opening().ifPresent(page::trailing);
        for (CommentedItems.Entry<T> entry : listing.entries()) {
            page.lines(entry.above(), INDENT);
            page.line(entry.blank(), INDENT);
            writer.accept(entry.item());
            entry.trailing().ifPresent(page::trailing);
        }
        page.lines(listing.closing(), INDENT);
        page.line(false, 0);
        page.write("}");
    }
}
