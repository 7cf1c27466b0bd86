package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.model.Definition;
import dev.nnlang.compiler.resolve.scope.DeclaredSignatures;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.SourceUnit;
import dev.nnlang.compiler.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The declarations of {@code std.nn}, for those who read about them. */
final class LibraryDefinitions {

    private final Scope scope;

    LibraryDefinitions(Scope scope) {
        this.scope = scope;
    }

    List<Definition> of(SourceUnit library) {
        return library.declarations().stream().map(this::of).toList();
    }

    private Definition of(Declaration declared) {
        if (declared instanceof Declaration.Activation activation) {
            return scope.formulas().define(activation);
        }
        if (declared instanceof Declaration.Loss loss) {
            return scope.formulas().define(loss);
        }
        if (declared instanceof Declaration.Block block) {
            return define(block);
        }
        throw new IllegalArgumentException(declared.name().text() + " has no place in a library");
    }

    private Definition define(Declaration.Block block) {
        String body = block.body().stream()
                .map((Statement statement) -> statement.span().onOneLine())
                .collect(Collectors.joining("; "));
        return new Definition(new DeclaredSignatures(scope.constants()).of(block), body, Optional.empty());
    }
}
