package dev.nnlang.compiler.source;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A {@code .nn} file's text. */
public final class SourceFile {

    private final String name;
    private final String text;

    /** Where each line starts. */
    private final int[] lineStarts;

    /**
     * A file's text.
     *
     * @param name how the file is called in messages and in generated comments: short and relative, never a machine's
     * path
     * @param text the whole text
     */
    public SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
        IntStream ends = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n');
        this.lineStarts =
                IntStream.concat(IntStream.of(0), ends.map(end -> end + 1)).toArray();
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The line that holds {@code offset}, counted from 1. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found < 0 ? -found - 1 : found + 1;
    }

    /** The column of {@code offset} within its line, counted from 1. */
    public int column(int offset) {
        return offset - lineStart(line(offset)) + 1;
    }

    /** The offset at which {@code line}, counted from 1, starts. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** The text of {@code line}, counted from 1, without its end. */
    public String lineText(int line) {
        int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
        String content = text.substring(lineStart(line), end);
        return content.endsWith("\r") ? content.substring(0, content.length() - 1) : content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file && name.equals(file.name) && text.equals(file.text);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
