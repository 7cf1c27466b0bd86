package dev.nnlang.compiler.parse;

import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Expression;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Reads numbers, sizes and strings. */
final class LiteralReader {

    private static final Pattern NUMBER = Pattern.compile("([0-9.]+(?:[eE][+-]?[0-9]+)?)(%|[a-z]*)");

    private static final Map<String, Expression.Unit> UNITS = Map.of(
            "", Expression.Unit.NONE,
            "%", Expression.Unit.PERCENT,
            "ms", Expression.Unit.MILLISECONDS,
            "s", Expression.Unit.SECONDS,
            "min", Expression.Unit.MINUTES,
            "h", Expression.Unit.HOURS);

    private static final Map<Character, Character> ESCAPES = Map.of('"', '"', '\\', '\\', 't', '\t');

    private final Spans spans;
    private final Diagnostics diagnostics;

    LiteralReader(Spans spans, Diagnostics diagnostics) {
        this.spans = spans;
        this.diagnostics = diagnostics;
    }

    Expression.Number number(Token token) {
        Matcher parts = NUMBER.matcher(token.getText());
        if (!parts.matches()) {
            throw new IllegalStateException("the lexer took " + token.getText() + " for a number");
        }
        double value = Double.parseDouble(parts.group(1));
        if (Double.isInfinite(value)) {
            diagnostics.report(DiagnosticKind.NUMBER_TOO_LARGE, spans.of(token), token.getText(), Double.MAX_VALUE);
        }
        return new Expression.Number(value, UNITS.get(parts.group(2)), spans.of(token));
    }

    Expression.Size size(Token token) {
        var dims = Arrays.stream(token.getText().split("x"))
                .map(dim -> dim(token, dim))
                .toList();
        return new Expression.Size(dims, spans.of(token));
    }

    private int dim(Token token, String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException tooLarge) {
            diagnostics.report(DiagnosticKind.NUMBER_TOO_LARGE, spans.of(token), digits, Integer.MAX_VALUE);
            return Integer.MAX_VALUE;
        }
    }

    Expression.Text text(Token token) {
        String quoted = token.getText();
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                i++;
                c = escape(token, i);
            }
            value.append(c);
        }
        return new Expression.Text(value.toString(), spans.of(token));
    }

    private char escape(Token token, int index) {
        char c = token.getText().charAt(index);
        if (!ESCAPES.containsKey(c)) {
            Span string = spans.of(token);
            int start = string.start() + index - 1;
            diagnostics.report(DiagnosticKind.UNKNOWN_ESCAPE, new Span(string.file(), start, start + 2), c);
        }
        return ESCAPES.getOrDefault(c, c);
    }
}
