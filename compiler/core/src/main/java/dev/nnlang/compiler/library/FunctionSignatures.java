package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.FUNCTION;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.Real;
import java.util.List;

/** Functions that formulas may call. */
final class FunctionSignatures {

    static final List<Signature> ROWS = List.of(
            ofOne("exp", "e to the power of x", "exp(-x^2)"),
            ofOne("log", "the natural logarithm, of what is above 0", "log(1 + x^2)"),
            ofOne("sqrt", "the square root, of what is not negative", "sqrt(1 + x^2) - 1"),
            ofOne("abs", "x without its sign", "x / (1 + abs(x))"),
            ofOne("sign", "-1, 0 or 1, as x is negative, 0 or positive", "sign(x) * log(1 + abs(x))"),
            ofOne("tanh", "the hyperbolic tangent, between -1 and 1", "x - tanh(x)"),
            ofOne("sigmoid", "1 / (1 + exp(-x)), between 0 and 1", "x * sigmoid(x)"),
            ofOne("softplus", "log(1 + exp(x)), which never overflows", "x * tanh(softplus(x))"),
            ofOne("erf", "the error function, between -1 and 1", "x * (1 + erf(x))"),
            ofOne("sin", "the sine of x radians", "x + sin(x)^2"),
            ofOne("cos", "the cosine of x radians", "x * cos(x)"),
            ofTwo("min", "the smaller of two", "min(max(x, 0), 6)"),
            ofTwo("max", "the larger of two", "max(x, 0)"));

    private FunctionSignatures() {}

    private static Signature ofOne(String name, String doc, String formula) {
        return supported(FUNCTION, name, doc, operand("x")).example(inActivation(formula));
    }

    private static Signature ofTwo(String name, String doc, String formula) {
        return supported(FUNCTION, name, doc, operand("a"), operand("b")).example(inActivation(formula));
    }

    private static Parameter operand(String name) {
        return positional(name, "`" + name + "`", Real.ANY, "a formula");
    }

    private static String[] inActivation(String formula) {
        return new String[] {"activation own(x) = " + formula, "input -> dense(16) -> own"};
    }
}
