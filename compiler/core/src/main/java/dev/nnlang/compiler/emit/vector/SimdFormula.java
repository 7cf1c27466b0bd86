package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.java.JavaFormula;
import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.formula.ConditionVisitor;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaVisitor;
import dev.nnlang.compiler.formula.UnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;

/** Prints a formula over vectors; what is the same in all lanes is computed as a number. */
public final class SimdFormula implements FormulaVisitor<CodeBlock>, ConditionVisitor<CodeBlock> {

    private final Predicate<String> vectors;
    private final Function<String, CodeBlock> variables;
    private final JavaFormula numbers;

    /**
     * Of formulas whose variables are bound.
     *
     * @param vectors which variables are vectors
     * @param variables the Java of each variable
     */
    SimdFormula(Predicate<String> vectors, Function<String, CodeBlock> variables) {
        this.vectors = vectors;
        this.variables = variables;
        this.numbers = new JavaFormula(Element.FLOAT, variables);
    }

    /** The formula as a number. */
    CodeBlock scalar(Formula formula) {
        return numbers.print(formula);
    }

    /** The formula as a vector. */
    CodeBlock vector(Formula formula) {
        return isVector(formula)
                ? formula.accept(this)
                : CodeBlock.of("$T.all($L)", SimdNames.VECTORS, scalar(formula));
    }

    /** As an argument: vectors take numbers too. */
    private CodeBlock argument(Formula formula) {
        return isVector(formula) ? formula.accept(this) : scalar(formula);
    }

    private boolean isVector(Formula formula) {
        return formula.variables().stream().anyMatch(vectors);
    }

    @Override
    public CodeBlock visitConstant(Formula.Constant constant) {
        return vector(constant);
    }

    @Override
    public CodeBlock visitVariable(Formula.Variable variable) {
        return variables.apply(variable.name());
    }

    @Override
    public CodeBlock visitUnary(Formula.Unary unary) {
        CodeBlock argument = vector(unary.argument());
        if (unary.operator() == UnaryOperator.NEGATE) {
            return CodeBlock.of("$L.neg()", argument);
        }
        if (unary.operator() == UnaryOperator.ABS) {
            return CodeBlock.of("$L.abs()", argument);
        }
        return CodeBlock.of(
                "$T.$L($L)", SimdNames.VECTOR_FUNCTIONS, unary.operator().functionName(), argument);
    }

    @Override
    public CodeBlock visitBinary(Formula.Binary binary) {
        if (binary.operator() == BinaryOperator.POWER) {
            return power(binary);
        }
        String method =
                switch (binary.operator()) {
                    case ADD -> "add";
                    case SUBTRACT -> "sub";
                    case MULTIPLY -> "mul";
                    case DIVIDE -> "div";
                    case MIN -> "min";
                    case MAX -> "max";
                    case POWER -> throw new IllegalStateException();
                };
        boolean swapped = !isVector(binary.left())
                && binary.operator() != BinaryOperator.SUBTRACT
                && binary.operator() != BinaryOperator.DIVIDE;
        Formula first = swapped ? binary.right() : binary.left();
        Formula second = swapped ? binary.left() : binary.right();
        return CodeBlock.of("$L.$L($L)", vector(first), method, argument(second));
    }

    /** Squares and cubes are products. */
    private CodeBlock power(Formula.Binary power) {
        double exponent = power.right() instanceof Formula.Constant constant ? constant.value() : 0;
        CodeBlock base = vector(power.left());
        if (exponent == 2 || exponent == 3) {
            return CodeBlock.of("$T.$L($L)", SimdNames.VECTORS, exponent == 2 ? "square" : "cube", base);
        }
        return CodeBlock.of("$T.pow($L, $L)", SimdNames.VECTOR_FUNCTIONS, base, vector(power.right()));
    }

    @Override
    public CodeBlock visitConditional(Formula.Conditional conditional) {
        if (!isVector(conditional.condition())) {
            return CodeBlock.of(
                    "($L ? $L : $L)",
                    conditional.condition().accept(numbers).code(),
                    vector(conditional.then()),
                    vector(conditional.otherwise()));
        }
        return CodeBlock.of(
                "$L.blend($L, $L)",
                vector(conditional.otherwise()),
                argument(conditional.then()),
                conditional.condition().accept(this));
    }

    private boolean isVector(Formula.Condition condition) {
        return isVector(new Formula.Conditional(condition, Formula.constant(1), Formula.constant(0)));
    }

    @Override
    public CodeBlock visitComparison(Formula.Comparison comparison) {
        boolean swapped = !isVector(comparison.left());
        Formula first = swapped ? comparison.right() : comparison.left();
        Formula second = swapped ? comparison.left() : comparison.right();
        String operator = name(swapped ? comparison.operator().mirrored() : comparison.operator());
        return CodeBlock.of(
                "$L.compare($T.$L, $L)", vector(first), SimdNames.VECTOR_OPERATORS, operator, argument(second));
    }

    private static String name(ComparisonOperator operator) {
        return switch (operator) {
            case LESS -> "LT";
            case AT_MOST -> "LE";
            case GREATER -> "GT";
            case AT_LEAST -> "GE";
            case EQUAL -> "EQ";
            case NOT_EQUAL -> "NE";
        };
    }

    @Override
    public CodeBlock visitAnd(Formula.And and) {
        return CodeBlock.of("$L.and($L)", and.left().accept(this), and.right().accept(this));
    }

    @Override
    public CodeBlock visitOr(Formula.Or or) {
        return CodeBlock.of("$L.or($L)", or.left().accept(this), or.right().accept(this));
    }

    @Override
    public CodeBlock visitNot(Formula.Not not) {
        return CodeBlock.of("$L.not()", not.operand().accept(this));
    }
}
