package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.source.Span;
import java.util.Map;

/** What the parts of the resolver share: the declarations of a file and what reads arguments and formulas. */
record Services(
        Declarations declarations,
        Params params,
        Constants constants,
        Invocations invocations,
        FormulaDeclarations formulas,
        LayerResolver layers,
        Diagnostics diagnostics) {

    static Services of(Declarations declarations, Params params, Diagnostics diagnostics) {
        return of(declarations, params, new Constants(params, diagnostics), diagnostics);
    }

    /** The same inside a network, where {@code classes} is known. */
    Services with(Constants.Classes classes) {
        return of(declarations, params, constants.with(classes), diagnostics);
    }

    /** The same inside a block that is used at {@code use}, where its parameters have values. */
    Services inside(Map<String, Object> arguments, Span use) {
        Diagnostics inBlock = diagnostics.inside(use);
        return of(declarations, params, constants.inside(arguments, inBlock), inBlock);
    }

    private static Services of(Declarations declarations, Params params, Constants constants, Diagnostics diagnostics) {
        Invocations invocations = new Invocations(constants, diagnostics);
        FormulaDeclarations formulas =
                new FormulaDeclarations(declarations, params, constants, invocations.values(), diagnostics);
        LayerResolver layers = new LayerResolver(declarations, invocations, formulas, diagnostics);
        return new Services(declarations, params, constants, invocations, formulas, layers, diagnostics);
    }
}
