package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Expression.Operator;
import java.util.Map;

/**
 * Makes formulas of expressions: names bound, calls of functions and of other activations resolved. Where something is wrong, which is then
 * reported, {@link #UNKNOWN} stands.
 */
public final class FormulaConverter {

    /** Stands where something was wrong, equal to nothing. */
    static final Formula UNKNOWN = Formula.constant(Double.NaN);

    private final FormulaCalls calls;
    private final Params params;
    private final FormulaChecks checks;
    private final Diagnostics diagnostics;

    FormulaConverter(Declarations declarations, Params params, Diagnostics diagnostics) {
        this.params = params;
        this.checks = new FormulaChecks(diagnostics);
        this.diagnostics = diagnostics;
        this.calls = new FormulaCalls(this, declarations, new Constants(params, diagnostics), diagnostics);
    }

    /** @param variables what the names of the declaration stand for */
    Formula convert(Expression written, Map<String, Formula> variables) {
        return checks.checked(part(written, variables), written);
    }

    private Formula part(Expression written, Map<String, Formula> variables) {
        if (written instanceof Expression.Number number && number.unit() == Expression.Unit.NONE) {
            return Formula.constant(number.value());
        }
        if (written instanceof Expression.Reference reference) {
            return named(reference, variables);
        }
        if (written instanceof Expression.Unary unary && unary.operator() == Operator.NEGATE) {
            return negated(convert(unary.operand(), variables));
        }
        if (written instanceof Expression.Binary binary && Calls.isNumeric(binary.operator())) {
            return arithmetic(binary, variables);
        }
        if (written instanceof Expression.Conditional conditional) {
            return new Formula.Conditional(
                    condition(conditional.condition(), variables),
                    convert(conditional.then(), variables),
                    convert(conditional.otherwise(), variables));
        }
        if (written instanceof Expression.Call call) {
            return calls.convert(call, variables);
        }
        return notANumber(written);
    }

    private Formula arithmetic(Expression.Binary written, Map<String, Formula> variables) {
        Formula left = convert(written.left(), variables);
        Formula right = convert(written.right(), variables);
        if (written.operator() == Operator.DIVIDE && right.equals(Formula.constant(0))) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.DIVISION_BY_ZERO, written.right().span())
                    .withHelp("`" + written.span().text() + "` has no value"));
        }
        return new Formula.Binary(operator(written.operator()), left, right);
    }

    private static Formula negated(Formula operand) {
        return operand instanceof Formula.Constant constant
                ? Formula.constant(-constant.value())
                : new Formula.Unary(UnaryOperator.NEGATE, operand);
    }

    private Formula named(Expression.Reference reference, Map<String, Formula> variables) {
        Formula variable = variables.get(reference.text());
        if (variable != null) {
            return variable;
        }
        if (params.declares(reference.text())) {
            return params.value(reference.text())
                    .map(value -> value instanceof Double number ? Formula.constant(number) : notANumber(reference))
                    .orElse(UNKNOWN);
        }
        Diagnostic unknown = Diagnostic.of(DiagnosticKind.UNKNOWN_NAME, reference.span(), reference.text())
                .withHelp(
                        reference.text().equals("e")
                                ? "powers of e are written exp(…): exp(-x)"
                                : "this formula knows " + String.join(", ", variables.keySet()));
        if (reference.text().equals("e")) {
            diagnostics.report(unknown);
            return UNKNOWN;
        }
        diagnostics.report(Suggestion.didYouMean(reference.text(), Lists.concat(variables.keySet(), params.names()))
                .map(unknown::withNote)
                .orElse(unknown));
        return UNKNOWN;
    }

    private Formula notANumber(Expression written) {
        Diagnostic diagnostic = Diagnostic.of(DiagnosticKind.NOT_A_NUMBER, written.span(), Calls.describe(written));
        boolean isComparison = written instanceof Expression.Binary;
        diagnostics.report(diagnostic.withHelp(
                isComparison
                        ? "choose a number by it: if " + written.span().text() + " then 1 else 0"
                        : "formulas compute with plain numbers"));
        return UNKNOWN;
    }

    private Formula.Condition condition(Expression written, Map<String, Formula> variables) {
        if (written instanceof Expression.Unary unary && unary.operator() == Operator.NOT) {
            return new Formula.Not(condition(unary.operand(), variables));
        }
        if (written instanceof Expression.Binary binary && !Calls.isNumeric(binary.operator())) {
            return condition(binary, variables);
        }
        diagnostics.report(Diagnostic.of(DiagnosticKind.NOT_A_CONDITION, written.span(), Calls.describe(written))
                .withHelp("compare it with something: " + written.span().text() + " > 0"));
        return new Formula.Comparison(ComparisonOperator.EQUAL, UNKNOWN, UNKNOWN);
    }

    private Formula.Condition condition(Expression.Binary written, Map<String, Formula> variables) {
        if (written.operator() == Operator.AND) {
            return new Formula.And(condition(written.left(), variables), condition(written.right(), variables));
        }
        if (written.operator() == Operator.OR) {
            return new Formula.Or(condition(written.left(), variables), condition(written.right(), variables));
        }
        return new Formula.Comparison(
                comparison(written.operator()),
                convert(written.left(), variables),
                convert(written.right(), variables));
    }

    public static ComparisonOperator comparison(Operator operator) {
        return switch (operator) {
            case LESS -> ComparisonOperator.LESS;
            case AT_MOST -> ComparisonOperator.AT_MOST;
            case GREATER -> ComparisonOperator.GREATER;
            case AT_LEAST -> ComparisonOperator.AT_LEAST;
            case EQUAL -> ComparisonOperator.EQUAL;
            case NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
            default -> throw new IllegalArgumentException(operator + " compares nothing");
        };
    }

    private static BinaryOperator operator(Operator operator) {
        return switch (operator) {
            case ADD -> BinaryOperator.ADD;
            case SUBTRACT -> BinaryOperator.SUBTRACT;
            case MULTIPLY -> BinaryOperator.MULTIPLY;
            case DIVIDE -> BinaryOperator.DIVIDE;
            case POWER -> BinaryOperator.POWER;
            default -> throw new IllegalArgumentException(operator + " computes no number");
        };
    }
}
