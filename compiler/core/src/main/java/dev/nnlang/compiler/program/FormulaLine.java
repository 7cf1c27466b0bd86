package dev.nnlang.compiler.program;

/**
 * What a step computes, in the language's notation: {@code tanh1[n][16] = tanh(input[n][4] · dense1Weight[4][16] + dense1Bias[16])}.
 *
 * @param result the array, or the local variable, that holds what is computed
 */
public record FormulaLine(String result, String text) {

    @Override
    public String toString() {
        return text;
    }
}
