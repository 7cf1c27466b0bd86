package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.java.JavaFormula;
import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.formula.ConditionVisitor;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaRewriter;
import dev.nnlang.compiler.formula.FormulaVisitor;
import dev.nnlang.compiler.formula.UnaryOperator;
import java.util.HashSet;
import java.util.Set;
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

    /** Whether vectors go through functions of the runtime. */
    boolean callsFunctions(Formula formula) {
        Set<Formula> calls = new HashSet<>();
        FormulaRewriter.transform(formula, part -> {
            if (isVector(part) && isCall(part)) {
                calls.add(part);
            }
            return part;
        });
        return !calls.isEmpty();
    }

    private static boolean isCall(Formula part) {
        if (part instanceof Formula.Unary unary) {
            return !isMethod(unary.operator());
        }
        return part instanceof Formula.Binary binary && binary.operator() == BinaryOperator.POWER && !isProduct(binary);
    }

    /** Whether vectors have a method for it. */
    private static boolean isMethod(UnaryOperator operator) {
        return operator == UnaryOperator.NEGATE || operator == UnaryOperator.ABS;
    }

    /** Whether a power is a square or a cube. */
    private static boolean isProduct(Formula.Binary power) {
        double exponent = exponent(power);
        return exponent == 2 || exponent == 3;
    }

    /** The exponent of a power; 0 if it is not known. */
    private static double exponent(Formula.Binary power) {
        return power.right() instanceof Formula.Constant constant ? constant.value() : 0;
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
        CodeBlock base = vector(power.left());
        if (isProduct(power)) {
            return CodeBlock.of("$T.$L($L)", SimdNames.VECTORS, exponent(power) == 2 ? "square" : "cube", base);
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
