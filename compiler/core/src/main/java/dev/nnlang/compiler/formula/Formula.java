package dev.nnlang.compiler.formula;

/** A scalar expression over named variables. Immutable; equal when written the same. */
public sealed interface Formula {

    /** A number. */
    record Constant(double value) implements Formula {}

    /** A variable: an argument such as {@code x}, a parameter such as {@code alpha}, or whatever a kernel binds to the name. */
    record Variable(String name) implements Formula {}

    /** {@code -a}, or a named function of one argument. */
    record Unary(UnaryOperator operator, Formula argument) implements Formula {}

    /** {@code a + b}, {@code min(a, b)}, … */
    record Binary(BinaryOperator operator, Formula left, Formula right) implements Formula {}

    /** {@code if condition then a else b}. Only the branch that is chosen counts, whatever the other one evaluates to. */
    record Conditional(Condition condition, Formula then, Formula otherwise) implements Formula {}

    /** What an {@code if} asks. */
    sealed interface Condition {}

    /** {@code a < b}. */
    record Comparison(ComparisonOperator operator, Formula left, Formula right) implements Condition {}

    /** {@code a and b}. */
    record And(Condition left, Condition right) implements Condition {}

    /** {@code a or b}. */
    record Or(Condition left, Condition right) implements Condition {}

    /** {@code not a}. */
    record Not(Condition operand) implements Condition {}

    static Formula constant(double value) {
        return new Constant(value);
    }

    static Formula variable(String name) {
        return new Variable(name);
    }
}
