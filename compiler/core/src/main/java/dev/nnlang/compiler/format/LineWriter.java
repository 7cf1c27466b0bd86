package dev.nnlang.compiler.format;

import dev.nnlang.compiler.syntax.SourceUnit.Comment;
import java.util.List;

/** Text as it is written, line by line. */
final class LineWriter {

    static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();
    private int lineStart;

    /** How many characters the current line holds. */
    int column() {
        return text.length() - lineStart;
    }

    boolean fits(int width) {
        return column() + width <= WIDTH;
    }

    LineWriter write(String words) {
        text.append(words);
        return this;
    }

    /** Starts a line, behind an empty one if {@code blank}. The first line of a page is there already. */
    void line(boolean blank, int indent) {
        if (!text.isEmpty()) {
            text.append(blank ? "\n\n" : "\n");
        }
        lineStart = text.length();
        text.append(" ".repeat(indent));
    }

    /** Writes comments, each in a line of its own. */
    void lines(List<CommentedItems.Line> comments, int indent) {
        for (CommentedItems.Line line : comments) {
            line(line.blank(), indent);
            write(line.comment().text());
        }
    }

    /** Writes {@code pieces} with blanks between them, in as many lines as they need. */
    void fill(List<String> pieces, int indent) {
        write(pieces.get(0));
        for (String piece : pieces.subList(1, pieces.size())) {
            if (fits(1 + piece.length())) {
                write(" ");
            } else {
                line(false, indent);
            }
            write(piece);
        }
    }

    /** Ends the line with a comment; what follows must start a line. */
    void trailing(Comment comment) {
        write("  " + comment.text());
    }

    /** The whole text; a page that holds anything ends with a line end. */
    @Override
    public String toString() {
        return text.isEmpty() ? "" : text + "\n";
    }
}
