package dev.nnlang.compiler.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.formula.ConditionVisitor;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaVisitor;
import dev.nnlang.compiler.formula.UnaryOperator;
import java.util.function.Function;

/** Prints a formula as a Java expression. */
public final class JavaFormula implements FormulaVisitor<JavaFormula.Term>, ConditionVisitor<JavaFormula.Term> {

    private static final ClassName FUNCTIONS = ClassName.get("dev.nnlang.runtime", "Functions");

    /** From the loosest to the tightest. */
    enum Binding {
        CHOICE,
        OR,
        AND,
        EQUALITY,
        RELATION,
        SUM,
        PRODUCT,
        PREFIX,
        ATOM
    }

    /** A piece of Java and how tightly its outermost operator binds. */
    public record Term(CodeBlock code, Binding binding) {

        static Term atom(String format, Object... arguments) {
            return new Term(CodeBlock.of(format, arguments), Binding.ATOM);
        }

        /** In parentheses where an operator of {@code least} would otherwise tear it apart. */
        CodeBlock within(Binding least) {
            return binding.compareTo(least) < 0 ? CodeBlock.of("($L)", code) : code;
        }
    }

    private final Element element;
    private final Function<String, CodeBlock> variables;

    /** @param variables the Java of each variable; it must bind as tightly as an atom */
    public JavaFormula(Element element, Function<String, CodeBlock> variables) {
        this.element = element;
        this.variables = variables;
    }

    /** The formula as an expression. */
    public CodeBlock print(Formula formula) {
        return formula.accept(this).code();
    }

    /** The formula behind a cast, in parentheses if it needs them there. */
    public CodeBlock printCast(Formula formula) {
        return operand(formula, Binding.PREFIX);
    }

    private CodeBlock operand(Formula formula, Binding least) {
        return formula.accept(this).within(least);
    }

    @Override
    public Term visitConstant(Formula.Constant constant) {
        Binding binding = constant.value() < 0 ? Binding.PREFIX : Binding.ATOM;
        return new Term(CodeBlock.of("$L", element.literal(constant.value())), binding);
    }

    @Override
    public Term visitVariable(Formula.Variable variable) {
        return new Term(variables.apply(variable.name()), Binding.ATOM);
    }

    @Override
    public Term visitUnary(Formula.Unary unary) {
        UnaryOperator operator = unary.operator();
        if (operator == UnaryOperator.NEGATE) {
            // A negative literal or a second minus would make a decrement.
            return new Term(CodeBlock.of("-$L", operand(unary.argument(), Binding.ATOM)), Binding.PREFIX);
        }
        if (operator == UnaryOperator.ABS) {
            return Term.atom("$T.abs($L)", Math.class, print(unary.argument()));
        }
        return Term.atom("$T.$L($L)", FUNCTIONS, operator.functionName(), print(unary.argument()));
    }

    @Override
    public Term visitBinary(Formula.Binary binary) {
        return switch (binary.operator()) {
            case ADD, SUBTRACT -> infix(binary, Binding.SUM, Binding.PRODUCT);
            case MULTIPLY, DIVIDE -> infix(binary, Binding.PRODUCT, Binding.PREFIX);
            case POWER -> power(binary);
            case MIN, MAX ->
                Term.atom(
                        "$T.$L($L, $L)",
                        Math.class,
                        binary.operator().symbol(),
                        print(binary.left()),
                        print(binary.right()));
        };
    }

    private Term infix(Formula.Binary binary, Binding own, Binding tighter) {
        // Addition and multiplication of a right-hand group would round differently without their parentheses.
        CodeBlock code = CodeBlock.of(
                "$L $L $L", operand(binary.left(), own), binary.operator().symbol(), operand(binary.right(), tighter));
        return new Term(code, own);
    }

    /** Squares and cubes are products. */
    private Term power(Formula.Binary power) {
        boolean simple = power.left() instanceof Formula.Variable;
        double exponent = power.right() instanceof Formula.Constant constant ? constant.value() : 0;
        CodeBlock base = print(power.left());
        if (exponent == 2) {
            return simple
                    ? new Term(CodeBlock.of("$L * $L", base, base), Binding.PRODUCT)
                    : Term.atom("$T.square($L)", FUNCTIONS, base);
        }
        if (exponent == 3) {
            return simple
                    ? new Term(CodeBlock.of("$L * $L * $L", base, base, base), Binding.PRODUCT)
                    : Term.atom("$T.cube($L)", FUNCTIONS, base);
        }
        return Term.atom("$T.pow($L, $L)", FUNCTIONS, print(power.left()), print(power.right()));
    }

    @Override
    public Term visitConditional(Formula.Conditional conditional) {
        CodeBlock code = CodeBlock.of(
                "$L ? $L : $L",
                conditional.condition().accept(this).within(Binding.OR),
                operand(conditional.then(), Binding.OR),
                operand(conditional.otherwise(), Binding.CHOICE));
        return new Term(code, Binding.CHOICE);
    }

    @Override
    public Term visitComparison(Formula.Comparison comparison) {
        CodeBlock code = CodeBlock.of(
                "$L $L $L",
                operand(comparison.left(), Binding.SUM),
                symbol(comparison.operator()),
                operand(comparison.right(), Binding.SUM));
        boolean equality = comparison.operator() == ComparisonOperator.EQUAL
                || comparison.operator() == ComparisonOperator.NOT_EQUAL;
        return new Term(code, equality ? Binding.EQUALITY : Binding.RELATION);
    }

    private static String symbol(ComparisonOperator operator) {
        return operator == ComparisonOperator.EQUAL ? "==" : operator.symbol();
    }

    @Override
    public Term visitAnd(Formula.And and) {
        return connective(and.left(), "&&", and.right(), Binding.AND);
    }

    @Override
    public Term visitOr(Formula.Or or) {
        return connective(or.left(), "||", or.right(), Binding.OR);
    }

    private Term connective(Formula.Condition left, String word, Formula.Condition right, Binding own) {
        CodeBlock code = CodeBlock.of(
                "$L $L $L",
                left.accept(this).within(own),
                word,
                right.accept(this).within(own));
        return new Term(code, own);
    }

    @Override
    public Term visitNot(Formula.Not not) {
        return new Term(CodeBlock.of("!$L", not.operand().accept(this).within(Binding.ATOM)), Binding.PREFIX);
    }
}
