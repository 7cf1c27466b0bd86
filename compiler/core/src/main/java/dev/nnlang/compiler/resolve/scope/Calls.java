package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.library.Notation;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Name;
import java.util.List;
import java.util.Optional;

/** Expressions as calls, and in the words of a message. */
public final class Calls {

    private Calls() {}

    /** {@code he} and {@code normal(0.01)} as a call; empty for anything else. */
    public static Optional<Expression.Call> of(Expression written) {
        if (written instanceof Expression.Call call) {
            return Optional.of(call);
        }
        if (written instanceof Expression.Reference reference
                && reference.path().size() == 1) {
            Name name = reference.path().get(0);
            return Optional.of(new Expression.Call(name, List.of(), false, reference.span()));
        }
        return Optional.empty();
    }

    /** What {@code written} is, to follow {@code but this is}. */
    public static String describe(Expression written) {
        if (written instanceof Expression.Text) {
            return "the text " + written.span().text();
        }
        if (written instanceof Expression.Size) {
            return "the size " + written.span().text();
        }
        if (written instanceof Expression.Range) {
            return "the range " + written.span().text();
        }
        if (written instanceof Expression.Number number) {
            return describe(number);
        }
        if (written instanceof Expression.Binary binary) {
            return (isNumeric(binary.operator()) ? "the number `" : "the condition `")
                    + binary.span().text() + "`";
        }
        return "`" + written.span().text() + "`";
    }

    /** A value that was computed, behind what it was computed from: {@code 64.5, from width / 2}. */
    public static String describe(Expression written, Object value) {
        String shown = Notation.of(value);
        boolean literal = written instanceof Expression.Number
                || written instanceof Expression.Unary unary && unary.operand() instanceof Expression.Number
                || written instanceof Expression.Text
                || written instanceof Expression.Truth;
        return literal
                ? written.span().text()
                : shown + ", from `" + written.span().text() + "`";
    }

    public static boolean isNumeric(Expression.Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, POWER -> true;
            case OR, AND, NOT, LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, NOT_EQUAL -> false;
        };
    }

    private static String describe(Expression.Number number) {
        String kind =
                switch (number.unit()) {
                    case NONE -> "";
                    case PERCENT -> "the share ";
                    case MILLISECONDS, SECONDS, MINUTES, HOURS -> "the time ";
                };
        return kind + number.span().text();
    }
}
