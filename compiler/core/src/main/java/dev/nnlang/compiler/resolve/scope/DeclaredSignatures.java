package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.library.DocComment;
import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** What is declared in the language, as rows such as those of the table: called, described and explained like them. */
public final class DeclaredSignatures {

    private final Constants constants;

    /** @param constants what defaults of formulas are computed from */
    public DeclaredSignatures(Constants constants) {
        this.constants = constants;
    }

    public Signature of(Declaration.Activation activation) {
        DocComment doc = DocComment.of(activation.doc());
        return formula(activation, Category.ACTIVATION, activation.parameters(), doc)
                .shapes("any shape", "the same shape");
    }

    public Signature of(Declaration.Loss loss) {
        return formula(loss, Category.LOSS, loss.parameters(), DocComment.of(loss.doc()));
    }

    /** The name of a block's parameter is its place too; what its value may be shows where the block uses it. */
    public Signature of(Declaration.Block block) {
        DocComment doc = DocComment.of(block.doc());
        List<Parameter> parameters = block.parameters().stream()
                .map(parameter -> ofBlock(parameter, doc))
                .toList();
        Signature row = row(block, Category.BLOCK, parameters, doc);
        boolean told = doc.items().containsKey("in") && doc.items().containsKey("out");
        return told ? row.shapes(doc.items().get("in"), doc.items().get("out")) : row;
    }

    private Signature formula(
            Declaration declared, Category category, List<Declaration.Parameter> parameters, DocComment doc) {
        return row(
                declared,
                category,
                parameters.stream().map(parameter -> ofFormula(parameter, doc)).toList(),
                doc);
    }

    private static Signature row(Declaration declared, Category category, List<Parameter> parameters, DocComment doc) {
        return Signature.of(declared.name().text(), category, doc.summary(), parameters)
                .example(doc.example().toArray(String[]::new));
    }

    private Parameter ofFormula(Declaration.Parameter declared, DocComment docs) {
        String name = declared.name().text();
        String doc = docs.items().getOrDefault(name, "a parameter of the formula");
        Parameter parameter = Parameter.named(name, quoted(name), Parameter.Real.ANY, doc);
        return declared.defaultValue()
                .flatMap(constants::number)
                .map(parameter::orElse)
                .orElse(parameter);
    }

    /** A default that is computed may need the parameters before it, and waits for them. */
    private Parameter ofBlock(Declaration.Parameter declared, DocComment docs) {
        String name = declared.name().text();
        String doc = docs.items().getOrDefault(name, "a parameter of the block");
        Parameter parameter = Parameter.positional(name, quoted(name), new Parameter.Anything(), doc);
        Optional<Object> plain = declared.defaultValue().flatMap(DeclaredSignatures::plain);
        return plain.map(parameter::orElse)
                .orElseGet(() -> declared.defaultValue().isPresent() ? parameter.orAbsent() : parameter);
    }

    private static Optional<Object> plain(Expression written) {
        return written instanceof Expression.Number number && number.unit() == Expression.Unit.NONE
                ? Optional.of(number.value())
                : Optional.empty();
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }
}
