package dev.nnlang.compiler.reference;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pieces of Markdown. */
final class Markdown {

    private Markdown() {}

    /** Text in which only backticks mean something. */
    static String words(String text) {
        return text.replace("*", "\\*").replace("<", "\\<");
    }

    static String code(String text) {
        return "`" + text + "`";
    }

    static String link(String text, String target) {
        return "[" + text + "](" + target + ")";
    }

    /** A line of a table. */
    static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> " " + cell.replace("|", "\\|") + " |")
                .collect(Collectors.joining("", "|", "\n"));
    }
}
