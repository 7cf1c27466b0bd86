/**
 * What can be told of an activation from its formula alone. In: a formula of one variable. Out:
 * {@link dev.nnlang.compiler.formula.analyse.Analysis} (range, kinks, whether it is monotone and zero-centred), {@code Saturation} (the
 * inputs where its derivative vanishes) and {@code SaturationLevels} (the outputs by which that shows). All of them look at the formula
 * piece by piece through {@code PiecewiseFunction}. Start at {@code Analysis}.
 */
package dev.nnlang.compiler.formula.analyse;
