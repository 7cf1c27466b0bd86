package dev.nnlang.compiler.reference;

import dev.nnlang.compiler.library.OutputForm;
import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.model.Definition;
import java.util.ArrayList;
import java.util.List;

/** One thing that has a name, with what there is to know of it. */
record Entry(Signature signature, List<Fact> facts) {

    /** A row of the table. */
    static Entry of(Signature row) {
        List<Fact> facts = new ArrayList<>(shapes(row));
        if (row.isSetting()) {
            row.parameters()
                    .forEach(value -> facts.add(Fact.words("value", value.type().form() + "; " + value.doc())));
        }
        if (row.category() == Category.LOSS) {
            OutputForm.of(row.name()).ifPresent(ending -> {
                facts.add(Fact.words("network ends in", ending.words()));
                facts.add(Fact.words("target", ending.target()));
            });
        }
        row.rules().forEach(rule -> facts.add(Fact.words("rule", rule.wanted())));
        return new Entry(row, facts);
    }

    /** A declaration of the library. */
    static Entry of(Definition definition) {
        List<Fact> facts = new ArrayList<>(shapes(definition.signature()));
        if (definition.signature().category() == Category.LOSS) {
            facts.add(Fact.words("target", "numbers"));
        }
        facts.add(Fact.notation("definition", definition.written()));
        definition.function().ifPresent(function -> facts.addAll(FormulaFacts.of(definition.signature(), function)));
        return new Entry(definition.signature(), facts);
    }

    private static List<Fact> shapes(Signature row) {
        return row.shapes()
                .map(shapes -> List.of(Fact.words("shape", shapes.takes() + " -> " + shapes.gives())))
                .orElse(List.of());
    }

    String name() {
        return signature.name();
    }

    /** Those that need a line each: not the value of a setting, nor the operands of a function, which are all alike. */
    List<Parameter> parameters() {
        boolean plain = signature.isSetting() || signature.category() == Category.FUNCTION;
        return plain ? List.of() : signature.parameters();
    }

    List<String> example() {
        return signature.example().lines().toList();
    }
}
