package dev.nnlang.compiler;

import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.StandardLibrary;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.reference.Entries;
import dev.nnlang.compiler.reference.MarkdownPage;
import dev.nnlang.compiler.reference.TerminalText;
import dev.nnlang.compiler.resolve.Resolver;
import java.util.List;

/** What the language knows by name: layers, settings, options, defaults, ranges, each with an example. */
public final class Reference {

    private final Entries entries;

    private Reference(Entries entries) {
        this.entries = entries;
    }

    public static Reference load() {
        Diagnostics diagnostics = new Diagnostics();
        return new Reference(
                Entries.of(Resolver.define(Parser.parse(StandardLibrary.source(), diagnostics), diagnostics)));
    }

    /** Every name, in alphabetical order. */
    public List<String> names() {
        return entries.names();
    }

    /** All on one page, in Markdown. */
    public String page() {
        return MarkdownPage.of(entries);
    }

    /** A line for each name, at most {@code width} columns wide; a line that is not indented is a heading. */
    public String overview(int width) {
        return new TerminalText(entries, width).overview();
    }

    /** Everything that is called {@code name}, in the same form; empty if nothing is. */
    public String describe(String name, int width) {
        return new TerminalText(entries, width).describe(name);
    }
}
