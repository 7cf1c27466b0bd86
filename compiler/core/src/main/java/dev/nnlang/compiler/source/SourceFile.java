package dev.nnlang.compiler.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A `.nn` file's text.
 *
 * @param name how the file is called in messages and in generated comments: short and relative, never a machine's path
 * @param text the whole text
 */
public record SourceFile(String name, String text) {

    /** The line that holds {@code offset}, counted from 1. */
    public int line(int offset) {
        int line = 1;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** The column of {@code offset} within its line, counted from 1. */
    public int column(int offset) {
        int lineStart = text.lastIndexOf('\n', Math.min(offset, text.length()) - 1) + 1;
        return Math.min(offset, text.length()) - lineStart + 1;
    }

    /** The lines of the text, without their ends. */
    public List<String> lines() {
        return new ArrayList<>(text.lines().toList());
    }
}
