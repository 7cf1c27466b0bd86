package dev.nnlang.compiler.format;

import dev.nnlang.compiler.syntax.Argument;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Expression.Operator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes expressions, with the parentheses that they need and no others. */
final class ExpressionText {

    private final Fragments pieces;

    private ExpressionText(Fragments pieces) {
        this.pieces = pieces;
    }

    static void write(Expression expression, Fragments pieces) {
        new ExpressionText(pieces).write(expression);
    }

    static List<String> pieces(Expression expression) {
        Fragments pieces = new Fragments();
        write(expression, pieces);
        return pieces.list();
    }

    /** In one line. */
    static String flat(Expression expression) {
        return String.join(" ", pieces(expression));
    }

    /** Writes what repeats something: {@code 3}, {@code (n + 1)}. */
    static String count(Expression expression) {
        return isOperation(expression) ? "(" + flat(expression) + ")" : flat(expression);
    }

    static String quoted(Expression.Text text) {
        String escaped =
                text.value().replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
        return '"' + escaped + '"';
    }

    private void write(Expression expression) {
        if (expression instanceof Expression.Number number) {
            pieces.write(number.span().text());
        } else if (expression instanceof Expression.Text text) {
            pieces.write(quoted(text));
        } else if (expression instanceof Expression.Truth truth) {
            pieces.write(Boolean.toString(truth.value()));
        } else if (expression instanceof Expression.Size size) {
            pieces.write(size.dims().stream().map(String::valueOf).collect(Collectors.joining("x")));
        } else if (expression instanceof Expression.Reference reference) {
            pieces.write(reference.text());
        } else if (expression instanceof Expression.Range range) {
            write(range.from());
            pieces.write("..");
            write(range.to());
        } else if (expression instanceof Expression.Call call) {
            write(call);
        } else {
            writeOperation(expression);
        }
    }

    private void write(Expression.Call call) {
        pieces.write(call.callee().text());
        if (!call.parentheses()) {
            return;
        }
        pieces.write("(");
        String separator = "";
        for (Argument argument : call.arguments()) {
            if (!separator.isEmpty()) {
                pieces.write(separator).gap();
            }
            argument.name().ifPresent(name -> pieces.write(name.text() + ": "));
            write(argument.value());
            separator = ",";
        }
        pieces.write(")");
    }

    private void writeOperation(Expression expression) {
        if (expression instanceof Expression.Unary unary) {
            pieces.write(unary.operator() == Operator.NOT ? "not " : "-");
            writeOperand(unary.operand(), unary.operator().precedence());
        } else if (expression instanceof Expression.Binary binary) {
            write(binary);
        } else if (expression instanceof Expression.Conditional choice) {
            pieces.write("if ");
            write(choice.condition());
            pieces.gap().write("then ");
            write(choice.then());
            pieces.gap().write("else ");
            write(choice.otherwise());
        }
    }

    private void write(Expression.Binary binary) {
        Operator operator = binary.operator();
        boolean power = operator == Operator.POWER;
        int precedence = operator.precedence();
        writeOperand(binary.left(), power ? precedence + 1 : precedence);
        if (power) {
            pieces.write("^");
        } else {
            pieces.gap().write(operator.symbol() + " ");
        }
        writeOperand(binary.right(), power ? precedence : precedence + 1);
    }

    /** Writes an operand, in parentheses if it binds less tightly than {@code precedence}. */
    private void writeOperand(Expression operand, int precedence) {
        if (precedence(operand) >= precedence) {
            write(operand);
        } else {
            pieces.write("(");
            write(operand);
            pieces.write(")");
        }
    }

    private static int precedence(Expression expression) {
        if (expression instanceof Expression.Conditional) {
            return 0;
        }
        if (expression instanceof Expression.Binary binary) {
            return binary.operator().precedence();
        }
        return expression instanceof Expression.Unary unary ? unary.operator().precedence() : Integer.MAX_VALUE;
    }

    private static boolean isOperation(Expression expression) {
        return precedence(expression) < Integer.MAX_VALUE;
    }
}
