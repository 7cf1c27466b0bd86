package dev.nnlang.compiler.resolve.training;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves the values of {@code regularize}: at most one penalty and one limit. What is wrong is reported, and left out. */
final class RegularizerResolver {

    private static final String LIMIT = "max_norm";

    private final Scope scope;
    private final List<Invocation> found = new ArrayList<>();

    RegularizerResolver(Scope scope) {
        this.scope = scope;
    }

    List<Invocation> resolve(List<Expression> written) {
        for (Expression value : written) {
            scope.invocations()
                    .resolve(Category.REGULARIZER, "a regularizer", value)
                    .ifPresent(this::add);
        }
        return found;
    }

    private void add(Invocation regularizer) {
        Optional<Invocation> earlier = found.stream()
                .filter(each -> each.name().equals(LIMIT) == regularizer.name().equals(LIMIT))
                .findFirst();
        if (earlier.isEmpty()) {
            found.add(regularizer);
        } else if (earlier.get().name().equals(regularizer.name())) {
            report(
                    Diagnostic.of(DiagnosticKind.REPEATED_ARGUMENT, regularizer.span(), regularizer.name())
                            .withHelp("keep one of them"),
                    earlier.get());
        } else {
            report(
                    Diagnostic.of(
                            DiagnosticKind.TWO_PENALTIES,
                            regularizer.span(),
                            earlier.get().name(),
                            regularizer.name()),
                    earlier.get());
        }
    }

    private void report(Diagnostic diagnostic, Invocation earlier) {
        scope.diagnostics().report(diagnostic.withSecondary(earlier.span(), "the first one"));
    }
}
