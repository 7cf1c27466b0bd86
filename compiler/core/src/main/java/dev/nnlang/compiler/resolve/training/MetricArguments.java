package dev.nnlang.compiler.resolve.training;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Column.Label;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** Whether what stands behind a metric fits the target: {@code recall(ill)}, {@code top_k(3)}. An empty result has been reported. */
final class MetricArguments {

    private final Optional<Column> target;
    private final List<Label> labels;
    private final Diagnostics diagnostics;

    MetricArguments(Optional<Column> target, Diagnostics diagnostics) {
        this.target = target;
        this.labels = target.filter(column -> column.kind() instanceof Column.OneOf)
                .map(column -> ((Column.OneOf) column.kind()).labels())
                .orElse(List.of());
        this.diagnostics = diagnostics;
    }

    /** The metric as trainers call it. */
    Optional<String> written(Invocation metric, Expression.Call call) {
        if (metric.name().equals("roc_auc") && labels.size() > 2) {
            return misfit(
                    call,
                    "`roc_auc` tells two classes apart, but `"
                            + target.orElseThrow().name() + "` has " + labels.size(),
                    "use f1, which is the mean over all classes");
        }
        if (metric.name().equals("top_k")) {
            return best(metric, call);
        }
        return metric.has("class") ? ofClass(metric, call) : Optional.of(metric.name());
    }

    private Optional<String> best(Invocation metric, Expression.Call call) {
        int k = metric.whole("k");
        return labels.isEmpty() || k < labels.size()
                ? Optional.of("top_k(" + k + ")")
                : misfit(
                        call,
                        "one of the " + k + " most probable values is always right, because `"
                                + target.orElseThrow().name() + "` has only " + labels.size(),
                        "count fewer: top_k(" + Math.max(1, labels.size() - 1) + ")");
    }

    private Optional<String> misfit(Expression.Call call, String message, String help) {
        diagnostics.report(Diagnostic.of(DiagnosticKind.WRONG_COMBINATION, call.span(), message)
                .withSecondary(target.orElseThrow().span(), "the target")
                .withHelp(help));
        return Optional.empty();
    }

    private Optional<String> ofClass(Invocation metric, Expression.Call call) {
        String name = metric.text("class");
        Optional<Label> label = labels.stream()
                .filter(each -> each.name().equals(name) || each.written().equals(name))
                .findFirst();
        if (label.isEmpty() && target.isPresent()) {
            List<String> names = labels.stream().map(Label::name).toList();
            Diagnostic unknown = Diagnostic.of(
                            DiagnosticKind.UNKNOWN_CLASS,
                            call.arguments().get(0).span(),
                            target.get().name(),
                            name)
                    .withSecondary(target.get().span(), "the target")
                    .withHelp("its values: " + String.join(", ", names));
            diagnostics.report(
                    Suggestion.didYouMean(name, names).map(unknown::withNote).orElse(unknown));
            return Optional.empty();
        }
        return Optional.of(metric.name() + "(" + label.map(Label::written).orElse(name) + ")");
    }
}
