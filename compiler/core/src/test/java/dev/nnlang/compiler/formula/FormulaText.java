package dev.nnlang.compiler.formula;

import dev.nnlang.compiler.formula.Formula.And;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Not;
import dev.nnlang.compiler.formula.Formula.Or;
import dev.nnlang.compiler.formula.Formula.Unary;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the notation of formulas, so that tests can be written in it. The compiler's own parser is tested elsewhere. */
public final class FormulaText {

    private static final Pattern TOKEN = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?(?:e-?\\d+)?|\\w+|<=|>=|!=|.)");

    private final Matcher matcher;
    private String token;

    private FormulaText(String text) {
        matcher = TOKEN.matcher(text);
        next();
    }

    public static Formula parse(String text) {
        FormulaText parser = new FormulaText(text);
        Formula formula = parser.formula();
        if (!parser.token.isEmpty()) {
            throw new IllegalArgumentException("stopped at " + parser.token + " in " + text);
        }
        return formula;
    }

    private String next() {
        String current = token;
        token = matcher.find() ? matcher.group(1) : "";
        return current;
    }

    private boolean accept(String expected) {
        boolean found = token.equals(expected);
        if (found) {
            next();
        }
        return found;
    }

    private void expect(String expected) {
        if (!accept(expected)) {
            throw new IllegalArgumentException("expected " + expected + " but found " + token);
        }
    }

    private Formula formula() {
        if (!accept("if")) {
            return sum();
        }
        Condition condition = or();
        expect("then");
        Formula then = formula();
        expect("else");
        return Formulas.choose(condition, then, formula());
    }

    private Condition or() {
        Condition left = and();
        while (accept("or")) {
            left = new Or(left, and());
        }
        return left;
    }

    private Condition and() {
        Condition left = comparison();
        while (accept("and")) {
            left = new And(left, comparison());
        }
        return left;
    }

    private Condition comparison() {
        if (accept("not")) {
            return new Not(accept("(") ? enclosed() : comparison());
        }
        Optional<Condition> enclosed = token.equals("(") ? tryEnclosed() : Optional.empty();
        if (enclosed.isPresent()) {
            return enclosed.get();
        }
        Formula left = sum();
        String symbol = next();
        ComparisonOperator operator = Arrays.stream(ComparisonOperator.values())
                .filter(candidate -> candidate.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no comparison: " + symbol));
        return new Comparison(operator, left, sum());
    }

    private Condition enclosed() {
        Condition inside = or();
        expect(")");
        return inside;
    }

    /** Only further on does it show whether parentheses hold a condition or a formula. */
    private Optional<Condition> tryEnclosed() {
        int position = matcher.end();
        try {
            next();
            return Optional.of(enclosed());
        } catch (IllegalArgumentException formula) {
            matcher.region(position, matcher.regionEnd());
            token = "(";
            return Optional.empty();
        }
    }

    private Formula sum() {
        Formula left = product();
        while (token.equals("+") || token.equals("-")) {
            BinaryOperator operator = next().equals("+") ? BinaryOperator.ADD : BinaryOperator.SUBTRACT;
            left = new Binary(operator, left, product());
        }
        return left;
    }

    private Formula product() {
        Formula left = negation();
        while (token.equals("*") || token.equals("/")) {
            BinaryOperator operator = next().equals("*") ? BinaryOperator.MULTIPLY : BinaryOperator.DIVIDE;
            left = new Binary(operator, left, negation());
        }
        return left;
    }

    private Formula negation() {
        if (!accept("-")) {
            return power();
        }
        boolean number = Character.isDigit(token.charAt(0));
        Formula operand = negation();
        return number && operand instanceof Formula.Constant constant
                ? Formula.constant(-constant.value())
                : Formulas.negate(operand);
    }

    private Formula power() {
        Formula base = atom();
        return accept("^") ? Formulas.power(base, power()) : base;
    }

    private Formula atom() {
        String word = next();
        if (word.equals("(")) {
            Formula inside = formula();
            expect(")");
            return inside;
        }
        if (Character.isDigit(word.charAt(0))) {
            return Formula.constant(Double.parseDouble(word));
        }
        return accept("(") ? call(word) : Formula.variable(word);
    }

    private Formula call(String name) {
        Formula first = formula();
        if (accept(",")) {
            BinaryOperator operator = name.equals("min") ? BinaryOperator.MIN : BinaryOperator.MAX;
            first = new Binary(operator, first, formula());
        } else {
            first = new Unary(
                    Arrays.stream(UnaryOperator.values())
                            .filter(candidate -> candidate.functionName().equals(name))
                            .findFirst()
                            .orElseThrow(),
                    first);
        }
        expect(")");
        return first;
    }
}
