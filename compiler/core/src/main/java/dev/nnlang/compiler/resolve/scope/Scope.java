package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.source.Span;
import java.util.Map;

/** What the parts of the resolver share: the declarations of a file and what reads arguments and formulas. */
public record Scope(
        Declarations declarations,
        Params params,
        Constants constants,
        Invocations invocations,
        FormulaDeclarations formulas,
        LayerResolver layers,
        Diagnostics diagnostics) {

    public static Scope of(Declarations declarations, Params params, Diagnostics diagnostics) {
        return of(declarations, params, new Constants(params, diagnostics), diagnostics);
    }

    /** The same inside a network, where {@code classes} is known. */
    public Scope with(Constants.Classes classes) {
        return of(declarations, params, constants.with(classes), diagnostics);
    }

    /** The same inside a block that is used at {@code use}, where its parameters have values. */
    public Scope inside(Map<String, Object> arguments, Span use) {
        Diagnostics inBlock = diagnostics.inside(use);
        return of(declarations, params, constants.inside(arguments, inBlock), inBlock);
    }

    private static Scope of(Declarations declarations, Params params, Constants constants, Diagnostics diagnostics) {
        Invocations invocations = new Invocations(constants, diagnostics);
        FormulaDeclarations formulas =
                new FormulaDeclarations(declarations, params, constants, invocations.values(), diagnostics);
        LayerResolver layers = new LayerResolver(declarations, invocations, formulas, diagnostics);
        return new Scope(declarations, params, constants, invocations, formulas, layers, diagnostics);
    }
}
