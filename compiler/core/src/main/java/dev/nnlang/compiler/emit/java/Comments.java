package dev.nnlang.compiler.emit.java;

import dev.nnlang.compiler.source.Span;
import java.util.stream.Collectors;

/** Text from the source, from file names and from model files, made harmless inside Java comments. */
public final class Comments {

    private Comments() {}

    /**
     * For Javadoc, where text may have several lines: no markup, no tags, no end of the comment, and no backslash that javac could take for a Unicode
     * escape.
     */
    public static String javadoc(String text) {
        return text.replace("\r\n", "\n")
                .lines()
                .map(Comments::visible)
                .collect(Collectors.joining("\n"))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;");
    }

    /** For {@code {@code …}} inside Javadoc and for line comments, where markup is not read: always a single line. */
    public static String code(String text) {
        return visible(text)
                .replace("\\", "/")
                .replace("*/", "* /")
                .replace("{", "(")
                .replace("}", ")");
    }

    /** The same of several lines, for {@code <pre>{@code …}</pre>}. */
    public static String preformatted(String text) {
        return text.lines().map(line -> code(line) + "\n").collect(Collectors.joining());
    }

    /** {@code iris.nn:14}, in any comment: a file may be called anything. */
    public static String where(Span span) {
        return code(span.where());
    }

    /** What would end the line, or change how it is shown, is named by its number. */
    private static String visible(String line) {
        return line.codePoints()
                .mapToObj(each -> isVisible(each) ? Character.toString(each) : String.format("(U+%04X)", each))
                .collect(Collectors.joining());
    }

    /** Control characters, line ends of Unicode, marks of direction and halves of characters are not. */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> character == '\t';
            default -> true;
        };
    }
}
