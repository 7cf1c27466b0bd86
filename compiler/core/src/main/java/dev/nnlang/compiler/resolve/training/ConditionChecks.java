package dev.nnlang.compiler.resolve.training;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.model.StopCondition;
import dev.nnlang.compiler.source.Span;
import java.util.Set;

/** Whether an {@code until} will stop the training at some time, and not before it started. */
final class ConditionChecks {

    /** Metrics that are never above 1. */
    private static final Set<String> SHARES =
            Set.of("accuracy", "top_k", "precision", "recall", "f1", "roc_auc", "r2", "saturation", "dead_units");

    /** What trainers count with is an {@code int}. */
    private static final double LARGEST = Integer.MAX_VALUE;

    private ConditionChecks() {}

    /** Whether {@code condition} is certain to hold at some time, and from then on. */
    static boolean ends(StopCondition condition) {
        if (condition instanceof StopCondition.And and) {
            return ends(and.left()) && ends(and.right());
        }
        if (condition instanceof StopCondition.Or or) {
            return ends(or.left()) || ends(or.right());
        }
        return condition instanceof StopCondition.NoImprovement
                || isCounter(((StopCondition.Comparison) condition).quantity());
    }

    /** Whether a comparison can become true, but is not from the start; otherwise that is reported. */
    static boolean isSensible(StopCondition.Comparison comparison, Span place, Diagnostics diagnostics) {
        boolean isCounter = isCounter(comparison.quantity());
        if (isCounter && isUpperBound(comparison.operator())) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.TRUE_AT_ONCE, place)
                    .withHelp("`until` says when to stop, not how long to go on: turn it around, with > or ="));
            return false;
        }
        if (isCounter && comparison.value() > LARGEST) {
            String limit = comparison.quantity().equals("time") ? "below 2,147,483,647 seconds" : "at most 2147483647";
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.OUT_OF_RANGE, place, "`" + comparison.quantity() + "`", limit, "more")
                            .withHelp("nobody waits for that: write a smaller number"));
            return false;
        }
        boolean isWhole = comparison.value() == Math.rint(comparison.value())
                || comparison.quantity().equals("time");
        if (isCounter && (comparison.value() <= 0 || !isWhole)) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.NEVER_TRUE, place, "training goes through epoch 1, 2, 3 and so on")
                            .withHelp("compare with a whole number above 0"));
            return false;
        }
        String metric = comparison.quantity().replaceFirst("\\(.*", "").replaceFirst(".*\\.", "");
        if (SHARES.contains(metric) && isBeyondOne(comparison)) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.NEVER_TRUE, place, metric + " is at most 1")
                    .withHelp("97% is written 0.97"));
            return false;
        }
        return true;
    }

    private static boolean isBeyondOne(StopCondition.Comparison comparison) {
        return !isUpperBound(comparison.operator())
                && (comparison.value() > 1
                        || comparison.value() == 1 && comparison.operator() == ComparisonOperator.GREATER);
    }

    private static boolean isUpperBound(ComparisonOperator operator) {
        return operator == ComparisonOperator.LESS || operator == ComparisonOperator.AT_MOST;
    }

    private static boolean isCounter(String quantity) {
        return quantity.indexOf('.') < 0;
    }
}
