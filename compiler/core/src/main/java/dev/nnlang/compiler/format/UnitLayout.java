package dev.nnlang.compiler.format;

import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.SourceUnit;
import dev.nnlang.compiler.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes a file. Declarations of one line stay together if the author put them together, and are aligned then; all
 * others stand apart.
 */
final class UnitLayout {

    private final LineWriter page;
    private final Comments comments;
    private final DeclarationLayout declarations;

    UnitLayout(LineWriter page, Comments comments) {
        this.page = page;
        this.comments = comments;
        this.declarations = new DeclarationLayout(page, comments);
    }

    void write(SourceUnit unit) {
        List<Syntax> parts = new ArrayList<>();
        unit.packageName().ifPresent(parts::add);
        parts.addAll(unit.declarations());
        int end = unit.span().end() + 1;
        int start = parts.isEmpty() ? end : head(parts.get(0));
        Comments.Gap first = new Comments.Gap(Optional.empty(), comments.between(0, start));
        write(CommentedItems.of(
                comments, first, parts, end, new CommentedItems.Reach<>(UnitLayout::head, UnitLayout::tail)));
    }

    private static int head(Syntax part) {
        boolean hasBody = part instanceof Declaration declaration && DeclarationLayout.hasBody(declaration);
        return hasBody
                ? DeclarationHeader.of((Declaration) part).last().end()
                : part.span().start();
    }

    private static int tail(Syntax part) {
        boolean hasBody = part instanceof Declaration declaration && DeclarationLayout.hasBody(declaration);
        return hasBody ? part.span().end() : part.span().start();
    }

    private void write(CommentedItems<Syntax> listing) {
        Map<Syntax, Integer> keywords = Alignment.widths(
                listing.entries(), part -> width(shortTitle(part).map(DeclarationHeader::keyword)));
        Map<Syntax, Integer> titles = Alignment.widths(
                listing.entries(), part -> width(shortTitle(part).map(DeclarationHeader::text)));
        boolean afterTall = false;
        for (CommentedItems.Entry<Syntax> entry : listing.entries()) {
            Syntax part = entry.item();
            boolean tall = shortTitle(part).isEmpty();
            startLine(entry, tall || afterTall);
            if (part instanceof Expression.Reference name) {
                page.write("package " + name.text());
            } else if (tall) {
                declarations.writeTall((Declaration) part);
            } else {
                declarations.writeShort((Declaration) part, keywords.get(part), titles.get(part));
            }
            entry.trailing().ifPresent(page::trailing);
            afterTall = tall;
        }
        page.lines(listing.closing(), 0);
    }

    private Optional<DeclarationHeader> shortTitle(Syntax part) {
        return part instanceof Declaration declaration && declarations.isShort(declaration)
                ? Optional.of(DeclarationHeader.of(declaration))
                : Optional.empty();
    }

    private static OptionalInt width(Optional<String> text) {
        return text.stream().mapToInt(String::length).findFirst();
    }

    /**
     * Starts the line of {@code entry}, behind the comments above it and, if it stands {@code apart}, an empty line at
     * least.
     */
    private void startLine(CommentedItems.Entry<Syntax> entry, boolean apart) {
        List<CommentedItems.Line> above = new ArrayList<>(entry.above());
        boolean missing = apart && !entry.isSetApart();
        if (missing && !above.isEmpty()) {
            above.set(0, new CommentedItems.Line(above.get(0).comment(), true));
        }
        page.lines(above, 0);
        page.line(entry.blank() || missing && above.isEmpty(), 0);
    }
}
