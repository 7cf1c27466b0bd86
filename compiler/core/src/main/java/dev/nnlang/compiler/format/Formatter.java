package dev.nnlang.compiler.format;

import dev.nnlang.compiler.syntax.SourceUnit;

/**
 * Writes a file in the one canonical layout: comments kept, at most 100 columns where that is possible, and the same
 * again for its own result.
 */
public final class Formatter {

    private Formatter() {}

    /** The text of {@code unit}, which was parsed without errors. */
    public static String format(SourceUnit unit) {
        LineWriter page = new LineWriter();
        new UnitLayout(page, new Comments(unit.comments())).write(unit);
        return page.toString();
    }
}
