package dev.nnlang.compiler.reference;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaRewriter;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.formula.analyse.Analysis;
import dev.nnlang.compiler.formula.derive.Derivative;
import dev.nnlang.compiler.formula.derive.InTermsOfOutput;
import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.model.Definition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the compiler finds out from a formula alone. */
final class FormulaFacts {

    private static final String OUTPUT = "y";

    private FormulaFacts() {}

    static List<Fact> of(Signature signature, Definition.Function function) {
        List<Fact> facts = new ArrayList<>();
        String derivative = Printer.print(Derivative.of(function.formula(), function.variable()));
        facts.add(Fact.notation("derivative", derivative));
        if (signature.category() == Category.ACTIVATION) {
            InTermsOfOutput.derivative(function.formula(), function.variable(), OUTPUT)
                    .map(Printer::print)
                    .filter(found -> !found.equals(derivative))
                    .ifPresent(found -> facts.add(Fact.notation("or, of the output", found)));
            List<String> phrases = Analysis.of(withDefaults(signature, function.formula()), function.variable())
                    .describe();
            if (!phrases.isEmpty()) {
                facts.add(Fact.words("properties", String.join(", ", phrases)));
            }
        }
        return facts;
    }

    private static Formula withDefaults(Signature signature, Formula formula) {
        Map<Formula, Formula> defaults = new HashMap<>();
        for (Parameter parameter : signature.parameters()) {
            parameter
                    .defaultValue()
                    .ifPresent(value ->
                            defaults.put(Formula.variable(parameter.name()), Formula.constant((double) value)));
        }
        return FormulaRewriter.transform(formula, part -> defaults.getOrDefault(part, part));
    }
}
