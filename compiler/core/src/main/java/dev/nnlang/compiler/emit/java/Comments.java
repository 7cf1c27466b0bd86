package dev.nnlang.compiler.emit.java;

import dev.nnlang.compiler.source.Span;

/** Text from the source, made harmless inside Java comments. */
public final class Comments {

    private Comments() {}

    /** For Javadoc: no markup, no tags, no end of the comment, and no backslash that javac could take for a Unicode escape. */
    public static String javadoc(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;");
    }

    /** For {@code {@code …}} inside Javadoc and for line comments, where markup is not read. */
    public static String code(String text) {
        return text.replace("\\", "/").replace("*/", "* /").replace("{", "(").replace("}", ")");
    }

    /** {@code iris.nn:14}, in any comment: a file may be called anything. */
    public static String where(Span span) {
        return code(span.where());
    }
}
