package dev.nnlang.compiler.emit.vector;

import static com.google.common.truth.Truth.assertWithMessage;
import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.exp;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.negate;
import static dev.nnlang.compiler.formula.Formulas.power;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.formula.Formula;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimdFormulaTest {

    private static final Formula VECTOR = Formula.variable("vector");
    private static final Formula NUMBER = Formula.variable("number");

    private final SimdFormula printer = new SimdFormula("vector"::equals, CodeBlock::of);

    @Test
    void callsFunctionsThatVectorsHaveNoMethodFor() {
        List<Formula> calling =
                List.of(exp(VECTOR), add(NUMBER, exp(negate(VECTOR))), power(VECTOR, 0.5), power(NUMBER, VECTOR));

        calling.forEach(formula -> check(formula, true));
    }

    @Test
    void callsNoFunctionsForNumbersProductsAndMethods() {
        List<Formula> others = List.of(
                multiply(exp(NUMBER), VECTOR), power(VECTOR, 2), power(VECTOR, 3), negate(VECTOR), add(VECTOR, NUMBER));

        others.forEach(formula -> check(formula, false));
    }

    /** What it says is what its Java does. */
    private void check(Formula formula, boolean expected) {
        assertWithMessage("%s", formula).that(printer.callsFunctions(formula)).isEqualTo(expected);
        assertWithMessage("%s", formula)
                .that(printer.vector(formula).toString().contains("VectorFunctions"))
                .isEqualTo(expected);
    }
}
