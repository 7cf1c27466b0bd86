package dev.nnlang.compiler.resolve.training;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.library.OutputForm;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Training;
import dev.nnlang.compiler.resolve.scope.Lists;
import dev.nnlang.compiler.resolve.scope.PerClassValues;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves one loss, of the table or one that is declared, and whether it fits its target. */
final class LossResolver {

    private final Optional<Column> target;
    private final Scope scope;
    private final Diagnostics diagnostics;

    /** @param target what it compares with; empty if that could not be told */
    LossResolver(Optional<Column> target, Scope scope) {
        this.target = target;
        this.scope = scope;
        this.diagnostics = scope.diagnostics();
    }

    /** The loss; empty if something is wrong, which is reported. */
    Optional<Training.Loss> resolve(Expression.Call call) {
        String name = call.callee().text();
        Optional<Signature> row = Signatures.find(Category.LOSS, name);
        if (row.isPresent()) {
            checkFits(call, OutputForm.of(name));
            target.filter(column -> column.kind() instanceof Column.OneOf)
                    .ifPresent(column -> PerClassValues.checkClasses(call, column, diagnostics));
            return scope.invocations()
                    .resolve(row.get(), call)
                    .map(invocation -> new Training.PrimitiveLoss(invocation, call.span()));
        }
        Optional<Declaration.Loss> declared = scope.declarations().find(Declaration.Loss.class, name);
        if (declared.isPresent()) {
            checkFits(call, Optional.empty());
            return scope.formulas().use(declared.get(), call);
        }
        Diagnostic unknown = Diagnostic.of(
                        DiagnosticKind.UNKNOWN_LOSS, call.callee().span(), name)
                .withHelp(choices());
        diagnostics.report(
                Suggestion.didYouMean(name, names()).map(unknown::withNote).orElse(unknown));
        return Optional.empty();
    }

    /** @param ending what a loss of the table needs; a formula takes any number */
    private void checkFits(Expression.Call call, Optional<OutputForm> ending) {
        boolean forClasses = ending.map(OutputForm::isOfLabels).orElse(false);
        boolean hasClasses =
                target.map(column -> column.kind() instanceof Column.OneOf).orElse(forClasses);
        if (hasClasses == forClasses) {
            target.filter(column -> ending.equals(Optional.of(OutputForm.SIGMOID)))
                    .ifPresent(column -> checkKeepsRange(call, column));
            return;
        }
        Column column = target.orElseThrow();
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.LOSS_DOES_NOT_FIT,
                        call.span(),
                        call.callee().text(),
                        ending.map(LossResolver::compared).orElse("numbers with numbers"),
                        column.name(),
                        hasClasses ? "one of several values" : "a number")
                .withSecondary(column.span(), "the target")
                .withHelp(hasClasses ? "use cross_entropy" : "use mean_squared_error"));
    }

    /** A target that is centred leaves the range from 0 to 1. */
    private void checkKeepsRange(Expression.Call call, Column column) {
        column.transforms().stream()
                .filter(transform -> Set.of("standardize", "center").contains(transform.name()))
                .forEach(transform -> diagnostics.report(Diagnostic.of(
                                DiagnosticKind.LOSS_DOES_NOT_FIT,
                                call.span(),
                                call.callee().text(),
                                compared(OutputForm.SIGMOID),
                                column.name(),
                                "centred on 0")
                        .withSecondary(transform.span(), "here")
                        .withHelp("leave `" + transform.name() + "` out, or use scale(0..1)")));
    }

    private static String compared(OutputForm ending) {
        return switch (ending) {
            case PROBABILITIES -> "probabilities with the right class";
            case SCORES -> "the scores of classes with that of the right one";
            case SIGMOID -> "probabilities with numbers from 0 to 1";
        };
    }

    /** What there is to choose from. */
    String choices() {
        return "choose one of these: "
                + String.join(
                        ", ",
                        Lists.concat(
                                Signatures.supported(Category.LOSS),
                                scope.declarations().names(Declaration.Loss.class)));
    }

    private List<String> names() {
        List<String> table = Signatures.all().stream()
                .filter(row -> row.category() == Category.LOSS)
                .map(Signature::name)
                .toList();
        return Lists.concat(table, scope.declarations().names(Declaration.Loss.class));
    }
}
