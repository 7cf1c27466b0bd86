package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.syntax.Expression;
import java.util.IdentityHashMap;
import java.util.Map;

/** What no formula may be: larger than anybody can compile, or without a value whatever its variables are. */
final class FormulaChecks {

    /** What the largest activation that makes sense has, many times over. */
    private static final int MOST_PARTS = 10_000;

    private final Diagnostics diagnostics;

    /** Formulas share parts: {@code a(x) + a(x)} holds one of them. Counted is what they are once written out. */
    private final Map<Formula, Integer> sizes = new IdentityHashMap<>();

    FormulaChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The formula that {@code written} stands for, or a plain one in its place after an error. */
    Formula checked(Formula formula, Expression written) {
        if (isUnknown(formula)) {
            return FormulaConverter.UNKNOWN;
        }
        if (size(formula) > MOST_PARTS) {
            diagnostics.report(DiagnosticKind.FORMULA_TOO_LARGE, written.span(), MOST_PARTS);
            return FormulaConverter.UNKNOWN;
        }
        return hasNoValue(formula) ? withoutValue(written) : formula;
    }

    /** Whether a mistake in one of its parts has been reported. */
    private static boolean isUnknown(Formula formula) {
        return formula == FormulaConverter.UNKNOWN
                || formula instanceof Formula.Unary unary && unary.argument() == FormulaConverter.UNKNOWN
                || formula instanceof Formula.Binary binary
                        && (binary.left() == FormulaConverter.UNKNOWN || binary.right() == FormulaConverter.UNKNOWN);
    }

    private Formula withoutValue(Expression written) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.WITHOUT_VALUE,
                        written.span(),
                        written.span().onOneLine())
                .withHelp("numbers of a formula are at most 3.4e38; roots and logarithms need numbers above 0"));
        return FormulaConverter.UNKNOWN;
    }

    /** Whether {@code formula} is made of numbers alone, and no float can hold what it comes to. */
    private static boolean hasNoValue(Formula formula) {
        boolean isDivision =
                formula instanceof Formula.Binary binary && binary.right().equals(Formula.constant(0));
        return !isDivision && isOfNumbers(formula) && !Float.isFinite((float) Evaluator.evaluate(formula, Map.of()));
    }

    private static boolean isOfNumbers(Formula formula) {
        if (formula instanceof Formula.Unary unary) {
            return unary.argument() instanceof Formula.Constant;
        }
        if (formula instanceof Formula.Binary binary) {
            return binary.left() instanceof Formula.Constant && binary.right() instanceof Formula.Constant;
        }
        return formula instanceof Formula.Constant;
    }

    private int size(Formula formula) {
        Integer known = sizes.get(formula);
        if (known != null) {
            return known;
        }
        int size = 1;
        if (formula instanceof Formula.Unary unary) {
            size += size(unary.argument());
        } else if (formula instanceof Formula.Binary binary) {
            size += size(binary.left()) + size(binary.right());
        } else if (formula instanceof Formula.Conditional conditional) {
            size += size(conditional.then()) + size(conditional.otherwise());
        }
        sizes.put(formula, size);
        return size;
    }
}
