package dev.nnlang.compiler.formula;

import dev.nnlang.compiler.formula.Formula.Variable;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the variables of a formula, from left to right. */
final class FreeVariables extends FormulaRewriter {

    private final Set<String> names = new LinkedHashSet<>();

    private FreeVariables() {}

    static Set<String> of(Formula formula) {
        FreeVariables collector = new FreeVariables();
        collector.rewrite(formula);
        return Collections.unmodifiableSet(collector.names);
    }

    @Override
    public Formula visitVariable(Variable variable) {
        names.add(variable.name());
        return variable;
    }
}
