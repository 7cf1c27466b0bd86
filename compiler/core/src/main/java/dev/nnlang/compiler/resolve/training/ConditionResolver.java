package dev.nnlang.compiler.resolve.training;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.StopCondition;
import dev.nnlang.compiler.resolve.scope.Calls;
import dev.nnlang.compiler.resolve.scope.FormulaConverter;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Expression.Operator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves {@code until}. An empty result has been reported. */
final class ConditionResolver {

    private static final Set<String> COUNTERS = Set.of("epoch", "step", "time");
    private static final Map<Expression.Unit, Double> SECONDS = Map.of(
            Expression.Unit.MILLISECONDS, 0.001,
            Expression.Unit.SECONDS, 1.0,
            Expression.Unit.MINUTES, 60.0,
            Expression.Unit.HOURS, 3600.0);

    private final Metrics metrics;
    private final Scope scope;
    private final Diagnostics diagnostics;

    ConditionResolver(Metrics metrics, Scope scope) {
        this.metrics = metrics;
        this.scope = scope;
        this.diagnostics = scope.diagnostics();
    }

    /** The whole condition, with a warning if nothing makes sure that training ends. */
    Optional<StopCondition> resolve(Expression written) {
        Optional<StopCondition> condition = condition(written);
        if (condition.isPresent() && !ConditionChecks.ends(condition.get())) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.MAY_NEVER_END, written.span())
                    .withHelp("set a limit that is certain to be reached: "
                            + written.span().text() + " or epoch = 100"));
        }
        return condition;
    }

    private Optional<StopCondition> condition(Expression written) {
        if (written instanceof Expression.Call call) {
            return noImprovement(call);
        }
        if (written instanceof Expression.Unary unary && unary.operator() == Operator.NOT) {
            return negated(written.span(), "not", "turn the comparison around: validation.loss <= 0.1");
        }
        if (!(written instanceof Expression.Binary binary) || Calls.isNumeric(binary.operator())) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.NOT_A_CONDITION, written.span(), Calls.describe(written))
                    .withHelp("compare something: epoch = 100, validation.accuracy >= 0.97, time > 30min"));
            return Optional.empty();
        }
        if (binary.operator() == Operator.NOT_EQUAL) {
            return negated(written.span(), "!=", "say what ends the training: epoch = 100");
        }
        return binary.operator() == Operator.AND || binary.operator() == Operator.OR
                ? both(binary)
                : comparison(binary);
    }

    private Optional<StopCondition> both(Expression.Binary written) {
        Optional<StopCondition> left = condition(written.left());
        Optional<StopCondition> right = condition(written.right());
        return left.flatMap(first -> right.map(second -> written.operator() == Operator.AND
                ? new StopCondition.And(first, second)
                : new StopCondition.Or(first, second)));
    }

    private Optional<StopCondition> negated(Span place, String word, String help) {
        diagnostics.report(
                Diagnostic.of(DiagnosticKind.NEGATED_UNTIL, place, word).withHelp(help));
        return Optional.empty();
    }

    /** The quantity stands on the left, or else on the right. */
    private Optional<StopCondition> comparison(Expression.Binary written) {
        ComparisonOperator operator = FormulaConverter.comparison(written.operator());
        boolean turned = !isQuantity(written.left());
        Expression quantity = turned ? written.right() : written.left();
        Expression bound = turned ? written.left() : written.right();
        if (!isQuantity(quantity)) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.NOT_A_CONDITION, written.span(), "two numbers")
                    .withHelp("compare something that changes: epoch = 100, validation.accuracy >= 0.97"));
            return Optional.empty();
        }
        String text = quantity.span().text();
        Optional<String> name = COUNTERS.contains(text) ? Optional.of(text) : metrics.measured(quantity);
        Optional<Double> value = bound(text, bound);
        return name.flatMap(known -> value.map(
                        number -> new StopCondition.Comparison(known, turned ? turned(operator) : operator, number)))
                .filter(known -> ConditionChecks.isSensible(known, written.span(), diagnostics))
                .map(StopCondition.class::cast);
    }

    private static boolean isQuantity(Expression written) {
        return written instanceof Expression.Reference || written instanceof Expression.Call;
    }

    private Optional<Double> bound(String quantity, Expression written) {
        Expression.Unit unit = written instanceof Expression.Number number ? number.unit() : Expression.Unit.NONE;
        boolean isTime = SECONDS.containsKey(unit);
        if (isTime != quantity.equals("time") || unit == Expression.Unit.PERCENT) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.WRONG_TYPE,
                            written.span(),
                            "`" + quantity + "`",
                            "compared with a " + (quantity.equals("time") ? "time such as 30min" : "plain number"),
                            Calls.describe(written))
                    .withHelp("for example: epoch = 100, validation.accuracy >= 0.97, time > 30min"));
            return Optional.empty();
        }
        return isTime
                ? Optional.of(((Expression.Number) written).value() * SECONDS.get(unit))
                : scope.constants().number(written);
    }

    private Optional<StopCondition> noImprovement(Expression.Call call) {
        Optional<Invocation> invocation = scope.invocations().resolve(Category.CONDITION, call);
        return invocation.flatMap(found -> metrics.argument(call, found)
                .map(metric -> new StopCondition.NoImprovement(metric, found.whole("epochs"))));
    }

    private static ComparisonOperator turned(ComparisonOperator operator) {
        return switch (operator) {
            case LESS -> ComparisonOperator.GREATER;
            case AT_MOST -> ComparisonOperator.AT_LEAST;
            case GREATER -> ComparisonOperator.LESS;
            case AT_LEAST -> ComparisonOperator.AT_MOST;
            case EQUAL, NOT_EQUAL -> operator;
        };
    }
}
