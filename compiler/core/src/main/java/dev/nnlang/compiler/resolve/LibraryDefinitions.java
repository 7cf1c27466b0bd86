package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.model.Definition;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.SourceUnit;
import dev.nnlang.compiler.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The declarations of {@code std.nn}, for those who read about them. */
final class LibraryDefinitions {

    private final Services services;

    LibraryDefinitions(Services services) {
        this.services = services;
    }

    List<Definition> of(SourceUnit library) {
        return library.declarations().stream().map(this::of).toList();
    }

    private Definition of(Declaration declared) {
        if (declared instanceof Declaration.Activation activation) {
            return services.formulas().define(activation);
        }
        if (declared instanceof Declaration.Loss loss) {
            return services.formulas().define(loss);
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
        return new Definition(new DeclaredSignatures(services.constants()).of(block), body, Optional.empty());
    }
}
