package dev.nnlang.compiler.resolve.training;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.LossWeight;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Training;
import dev.nnlang.compiler.resolve.scope.Calls;
import dev.nnlang.compiler.resolve.scope.LossTerm;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.syntax.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Resolves the value of {@code loss}: the loss of a network with one output, or the sum of the weighted losses of several, each of which names its
 * target. An empty result has been reported.
 */
final class ObjectiveResolver {

    private final Targets targets;
    private final Scope scope;
    private final Diagnostics diagnostics;

    ObjectiveResolver(Targets targets, Scope scope) {
        this.targets = targets;
        this.scope = scope;
        this.diagnostics = scope.diagnostics();
    }

    Optional<Training.Objective> resolve(Expression written) {
        return targets.several() ? sum(written) : single(written);
    }

    /** The only loss there is, which needs no target and no weight. */
    private Optional<Training.Objective> single(Expression written) {
        Optional<Column> target = targets.single();
        LossResolver losses = new LossResolver(target, scope);
        List<LossTerm> terms = LossTerm.of(written, new ArrayList<>());
        boolean alone = terms.size() == 1 && Calls.of(written).isPresent();
        if (target.isEmpty() && !terms.isEmpty()) {
            // What is wrong with the network is known already; the losses may still be wrong in themselves.
            terms.forEach(term -> losses.resolve(term.withoutTarget()));
            return Optional.empty();
        }
        if (!alone) {
            Diagnostic wrong = Diagnostic.of(
                    DiagnosticKind.WRONG_TYPE, written.span(), "a loss", "a name", Calls.describe(written));
            diagnostics.report(
                    terms.isEmpty()
                            ? wrong.withHelp(losses.choices())
                            : wrong.withHelp("only several losses are weighted and added up, and `" + targets.network()
                                    + "` predicts one target: write "
                                    + terms.get(0).call().callee().text()));
            return Optional.empty();
        }
        return losses.resolve(terms.get(0).call())
                .map(loss -> new Training.Objective(List.of(new Training.Term(loss, 1)), written.span()));
    }

    private Optional<Training.Objective> sum(Expression written) {
        List<Expression> misplaced = new ArrayList<>();
        List<LossTerm> terms = LossTerm.of(written, misplaced);
        misplaced.forEach(this::misplaced);
        Map<Column, LossTerm> compared = new LinkedHashMap<>();
        terms.forEach(term -> note(term, compared));
        List<Optional<Training.Term>> resolved = targets.columns().stream()
                .map(target -> Optional.ofNullable(compared.get(target)).flatMap(term -> term(term, target)))
                .toList();
        boolean told = misplaced.isEmpty()
                && terms.stream().allMatch(term -> target(term).isPresent());
        if (told) {
            targets.columns().stream()
                    .filter(target -> !compared.containsKey(target))
                    .forEach(target -> missing(target, written));
        }
        return resolved.stream().allMatch(Optional::isPresent) && told
                ? Optional.of(new Training.Objective(
                        resolved.stream().map(Optional::orElseThrow).toList(), written.span()))
                : Optional.empty();
    }

    private void misplaced(Expression written) {
        String example = "mean_squared_error(" + targets.columns().get(0).name() + ")";
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.WRONG_TYPE,
                        written.span(),
                        "a part of the loss",
                        "the loss of a target, perhaps behind its weight",
                        Calls.describe(written))
                .withHelp("for example " + example + ", or 0.5 * " + example));
    }

    private void note(LossTerm term, Map<Column, LossTerm> compared) {
        Optional<Column> target = target(term);
        if (target.isEmpty()) {
            diagnostics.report(unknown(term));
            new LossResolver(target, scope).resolve(term.withoutTarget());
            return;
        }
        LossTerm earlier = compared.putIfAbsent(target.get(), term);
        if (earlier != null) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.REPEATED_LOSS,
                            term.call().span(),
                            target.get().name())
                    .withSecondary(earlier.call().span(), "the first one")
                    .withHelp("keep one of them"));
        }
    }

    private Optional<Column> target(LossTerm term) {
        return term.target().flatMap(name -> targets.find(name.text()));
    }

    private Diagnostic unknown(LossTerm term) {
        String loss = term.call().callee().text();
        String choices = targets.columns().stream()
                .map(column -> loss + "(" + column.name() + ")")
                .collect(Collectors.joining(" or "));
        if (term.target().isEmpty()) {
            return Diagnostic.of(DiagnosticKind.LOSS_WITHOUT_TARGET, term.call().span(), loss)
                    .withHelp("`" + targets.network() + "` predicts several: write " + choices);
        }
        return targets.unknown(term.target().get());
    }

    private void missing(Column target, Expression written) {
        boolean labels = target.kind() instanceof Column.OneOf;
        diagnostics.report(Diagnostic.of(DiagnosticKind.MISSING_LOSS, written.span(), target.name())
                .withSecondary(target.span(), "a target that `" + targets.network() + "` predicts")
                .withHelp(
                        "go on: … + " + (labels ? "cross_entropy" : "mean_squared_error") + "(" + target.name() + ")"));
    }

    private Optional<Training.Term> term(LossTerm term, Column target) {
        Optional<Training.Loss> loss = new LossResolver(Optional.of(target), scope).resolve(term.withoutTarget());
        Optional<Object> weight = term.weight()
                .map(written -> scope.invocations().values().of(LossWeight.PARAMETER, written))
                .orElseGet(LossWeight.PARAMETER::defaultValue);
        return loss.flatMap(known -> weight.map(number -> new Training.Term(known, (double) number)));
    }
}
