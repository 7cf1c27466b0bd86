package dev.nnlang.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of JSON (RFC 8259) that headers of model files consist of: objects, arrays, strings, and whole numbers
 * of at most 18 digits. Whatever else is found, repeated keys and deep nesting included, is a {@link JsonException}.
 */
final class JsonReader {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_DIGITS = 18;

    private final String text;
    private int position;

    private JsonReader(String text) {
        this.text = text;
    }

    /** What is not JSON, and where. */
    static final class JsonException extends Exception {
        private static final long serialVersionUID = 1L;

        private JsonException(String message) {
            super(message);
        }
    }

    /** The object that is the whole text; values are {@code Map}, {@code List}, {@code String} and {@code Long}. */
    static Map<String, Object> readObject(String text) throws JsonException {
        JsonReader reader = new JsonReader(text);
        reader.skipSpace();
        Map<String, Object> object = reader.object(0);
        reader.skipSpace();
        if (reader.position < text.length()) {
            throw reader.expected("the end");
        }
        return object;
    }

    private Object value(int depth) throws JsonException {
        if (depth > MAX_DEPTH) {
            throw expected("less nesting");
        }
        skipSpace();
        char first = peek();
        if (first == '{') {
            return object(depth);
        }
        if (first == '[') {
            return array(depth);
        }
        return first == '"' ? string() : (Object) number();
    }

    private Map<String, Object> object(int depth) throws JsonException {
        Map<String, Object> members = new LinkedHashMap<>();
        require('{');
        skipSpace();
        if (accept('}')) {
            return members;
        }
        do {
            skipSpace();
            String key = string();
            skipSpace();
            require(':');
            if (members.put(key, value(depth + 1)) != null) {
                throw expected("a key other than the repeated \"" + key + "\"");
            }
            skipSpace();
        } while (accept(','));
        require('}');
        return members;
    }

    private List<Object> array(int depth) throws JsonException {
        List<Object> elements = new ArrayList<>();
        require('[');
        skipSpace();
        if (accept(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
            skipSpace();
        } while (accept(','));
        require(']');
        return elements;
    }

    private Long number() throws JsonException {
        int start = position;
        while (peek() >= '0' && peek() <= '9') {
            position++;
        }
        int digits = position - start;
        if (digits == 0 || digits > MAX_DIGITS || (digits > 1 && text.charAt(start) == '0')) {
            throw expected("an object, an array, a string or a whole number");
        }
        return Long.valueOf(text.substring(start, position));
    }

    private String string() throws JsonException {
        require('"');
        StringBuilder characters = new StringBuilder();
        while (peek() != '"') {
            if (position >= text.length() || peek() < ' ') {
                throw expected("the rest of a string");
            }
            char next = text.charAt(position++);
            characters.append(next == '\\' ? escaped() : next);
        }
        position++;
        return characters.toString();
    }

    private char escaped() throws JsonException {
        char name = peek();
        position++;
        return switch (name) {
            case '"', '\\', '/' -> name;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw expected("an escaped character");
        };
    }

    private char unicode() throws JsonException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw expected("four hexadecimal digits");
            }
            code = code * 16 + digit;
            position++;
        }
        return (char) code;
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            position++;
        }
    }

    private boolean accept(char character) {
        boolean found = peek() == character;
        position += found ? 1 : 0;
        return found;
    }

    private void require(char character) throws JsonException {
        if (!accept(character)) {
            throw expected("`" + character + "`");
        }
    }

    /** The next character; NUL, which no JSON text holds outside strings, at the end. */
    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private JsonException expected(String what) {
        return new JsonException("expected " + what + " at character " + position);
    }
}
