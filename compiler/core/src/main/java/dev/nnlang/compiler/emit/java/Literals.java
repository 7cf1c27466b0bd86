package dev.nnlang.compiler.emit.java;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * Text from outside as literals of Java: pure ASCII, so that neither the encoding of a project nor a line end of Unicode, at which JavaPoet would
 * break the line, can change what it says.
 */
public final class Literals {

    private Literals() {}

    /** {@code "a \"quoted\" word"}. */
    public static CodeBlock string(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(character -> literal.append(escaped((char) character, '"')));
        return CodeBlock.of("$L", literal.append('"'));
    }

    /** The same of each, with commas between them. */
    public static CodeBlock strings(List<String> texts) {
        return texts.stream().map(Literals::string).collect(CodeBlock.joining(", "));
    }

    /** {@code ';'}. */
    public static CodeBlock character(char character) {
        return CodeBlock.of("$L", "'" + escaped(character, '\'') + "'");
    }

    private static String escaped(char character, char quote) {
        if (character == quote || character == '\\') {
            return "\\" + character;
        }
        return switch (character) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> isPlain(character) ? String.valueOf(character) : String.format("\\u%04x", (int) character);
        };
    }

    private static boolean isPlain(char character) {
        return character >= ' ' && character <= '~';
    }
}
