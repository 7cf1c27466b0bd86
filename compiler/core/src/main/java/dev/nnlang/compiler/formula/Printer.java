package dev.nnlang.compiler.formula;

import dev.nnlang.compiler.formula.Formula.And;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Not;
import dev.nnlang.compiler.formula.Formula.Or;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formula.Variable;
import java.math.BigDecimal;

/** Writes formulas in the language's own notation, with no more parentheses than it needs. */
public final class Printer implements FormulaVisitor<String>, ConditionVisitor<String> {

    // How tightly each notation holds its parts together; an operand that holds looser than its place asks goes into
    // parentheses.
    private static final int IF = 0;
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int NEGATION = 7;
    private static final int POWER = 8;
    private static final int ATOM = 9;

    private Printer() {}

    /** {@code if x > 0 then x else alpha * (exp(x) - 1)}. */
    public static String print(Formula formula) {
        return formula.accept(new Printer());
    }

    /** {@code abs(y - t) <= delta}. */
    public static String print(Condition condition) {
        return condition.accept(new Printer());
    }

    /** The shortest decimal that reads back as the same double: {@code 1}, {@code 0.5}, {@code 1e-5}. */
    public static String print(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String digits = decimal.unscaledValue().abs().toString();
        int exponent = digits.length() - decimal.scale() - 1;
        if (value == 0 || (exponent >= -4 && exponent <= 6)) {
            return decimal.toPlainString();
        }
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
    }

    @Override
    public String visitConstant(Constant constant) {
        return print(constant.value());
    }

    @Override
    public String visitVariable(Variable variable) {
        return variable.name();
    }

    @Override
    public String visitUnary(Unary unary) {
        if (unary.operator() == UnaryOperator.NEGATE) {
            return "-" + operand(unary.argument(), POWER);
        }
        return unary.operator().functionName() + "(" + unary.argument().accept(this) + ")";
    }

    @Override
    public String visitBinary(Binary binary) {
        return switch (binary.operator()) {
            case ADD -> infix(binary, SUM, PRODUCT, " + ");
            case SUBTRACT -> infix(binary, SUM, PRODUCT, " - ");
            case MULTIPLY -> infix(binary, PRODUCT, NEGATION, " * ");
            case DIVIDE -> infix(binary, PRODUCT, NEGATION, " / ");
            case POWER -> infix(binary, ATOM, POWER, "^");
            case MIN, MAX ->
                binary.operator().symbol() + "("
                        + binary.left().accept(this) + ", "
                        + binary.right().accept(this) + ")";
        };
    }

    @Override
    public String visitConditional(Conditional conditional) {
        return "if " + conditional.condition().accept(this)
                + " then " + operand(conditional.then(), OR)
                + " else " + conditional.otherwise().accept(this);
    }

    @Override
    public String visitComparison(Comparison comparison) {
        return operand(comparison.left(), SUM)
                + " " + comparison.operator().symbol() + " "
                + operand(comparison.right(), SUM);
    }

    @Override
    public String visitAnd(And and) {
        return operand(and.left(), AND) + " and " + operand(and.right(), NOT);
    }

    @Override
    public String visitOr(Or or) {
        return operand(or.left(), OR) + " or " + operand(or.right(), AND);
    }

    @Override
    public String visitNot(Not not) {
        return "not " + operand(not.operand(), COMPARISON);
    }

    private String infix(Binary binary, int left, int right, String symbol) {
        return operand(binary.left(), left) + symbol + operand(binary.right(), right);
    }

    private String operand(Formula formula, int atLeast) {
        return enclose(formula.accept(this), tightness(formula) < atLeast);
    }

    private String operand(Condition condition, int atLeast) {
        return enclose(condition.accept(this), tightness(condition) < atLeast);
    }

    private static String enclose(String text, boolean needed) {
        return needed ? "(" + text + ")" : text;
    }

    private static int tightness(Formula formula) {
        if (formula instanceof Constant constant) {
            return constant.value() < 0 ? NEGATION : ATOM;
        }
        if (formula instanceof Unary unary) {
            return unary.operator() == UnaryOperator.NEGATE ? NEGATION : ATOM;
        }
        if (formula instanceof Binary binary) {
            return switch (binary.operator()) {
                case ADD, SUBTRACT -> SUM;
                case MULTIPLY, DIVIDE -> PRODUCT;
                case POWER -> POWER;
                case MIN, MAX -> ATOM;
            };
        }
        return formula instanceof Conditional ? IF : ATOM;
    }

    private static int tightness(Condition condition) {
        if (condition instanceof Or) {
            return OR;
        }
        if (condition instanceof And) {
            return AND;
        }
        return condition instanceof Not ? NOT : COMPARISON;
    }
}
