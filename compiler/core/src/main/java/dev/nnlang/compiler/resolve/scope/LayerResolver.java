package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.library.DocComment;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** What a step of a chain does: a layer of the table, or an activation that is declared somewhere. */
public final class LayerResolver {

    private static final int MOST_SHOWN = 8;

    private final Declarations declarations;
    private final Invocations invocations;
    private final FormulaDeclarations formulas;
    private final Diagnostics diagnostics;

    LayerResolver(
            Declarations declarations, Invocations invocations, FormulaDeclarations formulas, Diagnostics diagnostics) {
        this.declarations = declarations;
        this.invocations = invocations;
        this.formulas = formulas;
        this.diagnostics = diagnostics;
    }

    /** Whether {@code name} is a layer, a merge, an activation or a block. */
    public boolean knows(String name) {
        return row(name).isPresent()
                || declarations.find(Declaration.Activation.class, name).isPresent()
                || declarations.find(Declaration.Block.class, name).isPresent();
    }

    /** Whether {@code name} puts several values together. */
    public static boolean isMerge(String name) {
        return Signatures.find(Category.MERGE, name).isPresent();
    }

    /** The layers that {@code name} stands for, if it is a block. */
    public Optional<Declaration.Block> block(String name) {
        return declarations.find(Declaration.Block.class, name);
    }

    /** What {@code call} does, which calls no block; empty if it does nothing that can be compiled, which is reported. */
    public Optional<Layer.Operation> resolve(Expression.Call call) {
        String name = call.callee().text();
        Optional<Signature> row = row(name);
        if (row.isPresent()) {
            return invocations.resolve(row.get(), call).map(Layer.Primitive::new);
        }
        Optional<Declaration.Activation> activation = declarations.find(Declaration.Activation.class, name);
        if (activation.isPresent()) {
            return formulas.use(activation.get(), call).map(Layer.Operation.class::cast);
        }
        unknown(call);
        return Optional.empty();
    }

    private static Optional<Signature> row(String name) {
        return Signatures.find(Category.LAYER, name).or(() -> Signatures.find(Category.MERGE, name));
    }

    private void unknown(Expression.Call call) {
        String name = call.callee().text();
        Diagnostic unknown =
                Diagnostic.of(DiagnosticKind.UNKNOWN_LAYER, call.callee().span(), name);
        Optional<String> meant = Suggestion.closest(name, names());
        diagnostics.report(meant.map(known ->
                        unknown.withNote("did you mean `" + known + "`?").withHelp("`" + known + "`: " + doc(known)))
                .orElseGet(() -> unknown.withHelp("layers: " + String.join(", ", Signatures.supported(Category.LAYER)))
                        .withHelp("activations: " + some(declarations.names(Declaration.Activation.class)))));
    }

    private String doc(String name) {
        return row(name)
                .map(Signature::doc)
                .or(() -> declarations
                        .find(Declaration.class, name)
                        .map(declared -> DocComment.of(declared.doc()).summary())
                        .filter(doc -> !doc.isEmpty()))
                .orElse("declared in this file");
    }

    private static String some(List<String> names) {
        int shown = Math.min(names.size(), MOST_SHOWN);
        return String.join(", ", names.subList(0, shown)) + (shown < names.size() ? " and more" : "");
    }

    /** Everything that may stand as a step. */
    public List<String> names() {
        List<String> table = Signatures.all().stream()
                .filter(row -> row.category() == Category.LAYER || row.category() == Category.MERGE)
                .map(Signature::name)
                .toList();
        return Lists.concat(
                table, declarations.names(Declaration.Activation.class), declarations.names(Declaration.Block.class));
    }
}
