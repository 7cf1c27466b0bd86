package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.syntax.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works out what is known when compiling: {@code width / 2}, {@code classes}. Values are {@link Double}, {@link Boolean} and {@link String}; an
 * empty result has been reported.
 */
public final class Constants {

    public static final String CLASSES = "classes";

    private final Params params;
    private final Optional<Classes> classes;
    private final Map<String, Object> arguments;
    private final Diagnostics diagnostics;

    /**
     * What {@code classes} counts the values of.
     *
     * @param targets those that it can be: one, unless there is no such target, or nothing tells which is meant
     */
    public record Classes(String data, List<Column> targets) {}

    Constants(Params params, Diagnostics diagnostics) {
        this(params, Optional.empty(), Map.of(), diagnostics);
    }

    private Constants(
            Params params, Optional<Classes> classes, Map<String, Object> arguments, Diagnostics diagnostics) {
        this.params = params;
        this.classes = classes;
        this.arguments = arguments;
        this.diagnostics = diagnostics;
    }

    /** The same, inside a network. */
    Constants with(Classes inNetwork) {
        return new Constants(params, Optional.of(inNetwork), Map.of(), diagnostics);
    }

    /** The same, inside a block whose parameters have these values; each may be {@link UnevaluatedArgument} as well. */
    Constants inside(Map<String, Object> ofBlock, Diagnostics inBlock) {
        return new Constants(params, classes, ofBlock, inBlock);
    }

    /** Whether a name has a value here. */
    boolean knows(Expression.Reference name) {
        return arguments.containsKey(name.text())
                || params.declares(name.text())
                || classes.isPresent() && name.text().equals(CLASSES);
    }

    /** Whether {@code written} has a value by itself, or can be computed from such. */
    public boolean evaluates(Expression written) {
        return written instanceof Expression.Number number && number.unit() == Expression.Unit.NONE
                || written instanceof Expression.Text
                || written instanceof Expression.Truth
                || written instanceof Expression.Reference name && knows(name)
                || written instanceof Expression.Unary unary && Calls.isNumeric(unary.operator())
                || written instanceof Expression.Binary binary && Calls.isNumeric(binary.operator());
    }

    /** What was given for the block's parameter that {@code written} names, if it is no number. */
    public Optional<UnevaluatedArgument> deferred(Expression written) {
        return written instanceof Expression.Reference name
                        && arguments.get(name.text()) instanceof UnevaluatedArgument deferred
                ? Optional.of(deferred)
                : Optional.empty();
    }

    /** What was given for a parameter of the block, a number or {@link UnevaluatedArgument}; empty if it has none of that name. */
    public Optional<Object> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    /** The value of a number that may be computed. */
    public Optional<Double> number(Expression written) {
        return value(written).flatMap(value -> {
            if (value instanceof Double number) {
                return Optional.of(number);
            }
            diagnostics.report(DiagnosticKind.NOT_A_NUMBER, written.span(), Calls.describe(written));
            return Optional.empty();
        });
    }

    public Optional<Object> value(Expression written) {
        if (written instanceof Expression.Number number && number.unit() == Expression.Unit.NONE) {
            return Optional.of(number.value());
        }
        if (written instanceof Expression.Text text) {
            return Optional.of(text.value());
        }
        if (written instanceof Expression.Truth truth) {
            return Optional.of(truth.value());
        }
        if (written instanceof Expression.Reference reference) {
            return named(reference);
        }
        if (written instanceof Expression.Unary unary && unary.operator() == Expression.Operator.NEGATE) {
            return number(unary.operand()).map(operand -> -operand);
        }
        if (written instanceof Expression.Binary binary && Calls.isNumeric(binary.operator())) {
            return number(binary.left())
                    .flatMap(left -> number(binary.right()).flatMap(right -> arithmetic(binary, left, right)));
        }
        diagnostics.report(DiagnosticKind.NOT_A_NUMBER, written.span(), Calls.describe(written));
        return Optional.empty();
    }

    private Optional<Object> arithmetic(Expression.Binary written, double left, double right) {
        if (written.operator() == Expression.Operator.DIVIDE && right == 0) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.DIVISION_BY_ZERO, written.right().span())
                    .withHelp("`" + written.span().text() + "` has no value"));
            return Optional.empty();
        }
        return Optional.of(
                switch (written.operator()) {
                    case ADD -> left + right;
                    case SUBTRACT -> left - right;
                    case MULTIPLY -> left * right;
                    case DIVIDE -> left / right;
                    case POWER -> Math.pow(left, right);
                    default -> throw new IllegalArgumentException(written.operator() + " computes no number");
                });
    }

    private Optional<Object> named(Expression.Reference reference) {
        Optional<UnevaluatedArgument> deferred = deferred(reference);
        if (deferred.isPresent()) {
            Expression written = deferred.get().written();
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.NOT_A_NUMBER, reference.span(), "`" + reference.text() + "`")
                            .withSecondary(written.span(), "given here")
                            .withHelp("give a number for it"));
            return Optional.empty();
        }
        if (arguments.containsKey(reference.text())) {
            return Optional.of(arguments.get(reference.text()));
        }
        if (reference.text().equals(CLASSES) && classes.isPresent()) {
            return classes(classes.get(), reference);
        }
        if (params.declares(reference.text())) {
            return params.value(reference.text());
        }
        List<String> known =
                Lists.concat(arguments.keySet(), params.names(), classes.isPresent() ? List.of(CLASSES) : List.of());
        Diagnostic unknown = Diagnostic.of(DiagnosticKind.UNKNOWN_NAME, reference.span(), reference.text());
        diagnostics.report(Suggestion.didYouMean(reference.text(), known)
                .map(unknown::withNote)
                .orElseGet(() -> unknown.withHelp("a number that is used by name is declared at the top level: param "
                        + reference.text() + " = 128")));
        return Optional.empty();
    }

    private Optional<Object> classes(Classes known, Expression.Reference reference) {
        if (known.targets().isEmpty()) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.CLASSES_OF_A_NUMBER, reference.span(), known.data())
                    .withHelp("to predict a number, give the number of outputs: dense(1)"));
            return Optional.empty();
        }
        if (known.targets().size() > 1) {
            List<String> names = known.targets().stream().map(Column::name).toList();
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.AMBIGUOUS_CLASSES, reference.span(), String.join("` or of `", names))
                            .withHelp("use it in the chain that ends in one of them, or give the number"));
            return Optional.empty();
        }
        return Optional.of((double) known.targets().get(0).kind().features());
    }
}
