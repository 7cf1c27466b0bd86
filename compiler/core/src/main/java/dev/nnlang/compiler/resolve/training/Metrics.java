package dev.nnlang.compiler.resolve.training;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.resolve.scope.Calls;
import dev.nnlang.compiler.resolve.scope.Invocations;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Argument;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of metrics, {@code accuracy} where they are watched and {@code validation.accuracy} where they are compared; of a network with several
 * outputs {@code kind.accuracy} and {@code validation.kind.accuracy}.
 */
final class Metrics {

    private static final Set<String> OF_CLASSES =
            Set.of("accuracy", "top_k", "precision", "recall", "f1", "roc_auc", "confusion");

    /** These are of the network as a whole, whatever its answers are. */
    private static final Set<String> OF_NETWORKS = Set.of("loss", "saturation", "dead_units", "gradient_norm");

    private final Targets targets;
    private final MetricSplits splits;
    private final Invocations invocations;
    private final Diagnostics diagnostics;

    Metrics(Targets targets, Invocations invocations, Diagnostics diagnostics) {
        this.invocations = invocations;
        this.targets = targets;
        this.splits = new MetricSplits(targets, diagnostics);
        this.diagnostics = diagnostics;
    }

    /** A metric that is reported after each epoch. */
    Optional<String> watched(Expression written) {
        if (!isNamed(written)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.WRONG_TYPE,
                            written.span(),
                            "what is watched",
                            "the name of a metric",
                            Calls.describe(written))
                    .withHelp("metrics are watched on all rows there are: watch: accuracy, confusion"));
            return Optional.empty();
        }
        List<Name> path = path(written);
        return ofTarget(path, "", call(written, path.get(path.size() - 1)));
    }

    private static boolean isNamed(Expression written) {
        return written instanceof Expression.Reference || written instanceof Expression.Call;
    }

    /** A metric that is a number, measured on the rows of one split: {@code validation.loss}, {@code validation.f1(ill)}. */
    Optional<String> measured(Expression written) {
        List<Name> path = path(written);
        Span place = written.span();
        Name last = path.get(path.size() - 1);
        boolean told = !splits.isMissing(path);
        List<Name> rest = told ? path.subList(1, path.size()) : path;
        String before = told ? path.get(0).text() : "validation";
        Optional<String> metric = ofTarget(rest, before + ".", call(written, last));
        if (!splits.check(path, place) || metric.isEmpty()) {
            return Optional.empty();
        }
        if (last.text().equals("confusion")) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.NOT_A_NUMBER, place, "a table")
                    .withHelp("compare a number: validation.accuracy >= 0.9"));
            return Optional.empty();
        }
        return Optional.of(path.get(0).text() + "." + metric.get());
    }

    /** The argument {@code metric} of {@code call}, of which {@code invocation} was made. */
    Optional<String> argument(Expression.Call call, Invocation invocation) {
        return call.arguments().stream()
                .map(Argument::value)
                .filter(value -> value.span().text().equals(invocation.text("metric")))
                .findFirst()
                .flatMap(this::measured);
    }

    private static List<Name> path(Expression written) {
        if (written instanceof Expression.Reference reference) {
            return reference.path();
        }
        Name callee = ((Expression.Call) written).callee();
        return Stream.of(callee.text().split("\\."))
                .map(part -> new Name(part, callee.span()))
                .toList();
    }

    private static Expression.Call call(Expression written, Name metric) {
        return written instanceof Expression.Call call
                ? new Expression.Call(metric, call.arguments(), call.parentheses(), call.span())
                : new Expression.Call(metric, List.of(), false, metric.span());
    }

    /**
     * The metric {@code kind.accuracy} of one of several targets, or {@code accuracy} of the only one; the loss may be that of all together.
     *
     * @param path without the split
     * @param before what stands before it, for examples
     */
    private Optional<String> ofTarget(List<Name> path, String before, Expression.Call call) {
        if (path.size() > (targets.single().isPresent() ? 1 : 2)) {
            unknown(path, "write " + before + call.callee().text());
            return Optional.empty();
        }
        if (path.size() == 1) {
            Optional<String> metric = check(call, targets.single());
            boolean ofAll =
                    !targets.several() || OF_NETWORKS.contains(call.callee().text());
            if (metric.isPresent() && !ofAll) {
                diagnostics.report(Diagnostic.of(DiagnosticKind.METRIC_WITHOUT_TARGET, call.span(), metric.get())
                        .withHelp("write " + examples(call, before, metric.get())));
            }
            return metric.filter(known -> ofAll);
        }
        Optional<Column> known = targets.find(path.get(0).text());
        if (targets.several() && known.isEmpty()) {
            diagnostics.report(targets.unknown(path.get(0)));
            return Optional.empty();
        }
        String metric = call.callee().text();
        if (OF_NETWORKS.contains(metric) && !metric.equals("loss")) {
            String problem = "`" + metric + "` looks into the network, whatever it predicts";
            diagnostics.report(Diagnostic.of(DiagnosticKind.WRONG_COMBINATION, call.span(), problem)
                    .withHelp("write " + before + metric));
            return Optional.empty();
        }
        return check(call, known).map(name -> path.get(0).text() + "." + name);
    }

    private void unknown(List<Name> path, String help) {
        Span place = path.get(0).span();
        String text = path.stream().map(Name::text).collect(Collectors.joining("."));
        diagnostics.report(
                Diagnostic.of(DiagnosticKind.UNKNOWN_METRIC, place, text).withHelp(help));
    }

    /** {@code validation.kind.accuracy}: a metric, of each target that it fits. */
    private String examples(Expression.Call call, String before, String metric) {
        boolean forClasses = OF_CLASSES.contains(call.callee().text());
        return targets.columns().stream()
                .filter(column -> column.kind() instanceof Column.OneOf == forClasses)
                .map(column -> before + column.name() + "." + metric)
                .collect(Collectors.joining(" or "));
    }

    /**
     * The metric as trainers call it; classes are called there as the file writes them.
     *
     * @param target empty if it is not known
     */
    private Optional<String> check(Expression.Call call, Optional<Column> target) {
        Name name = call.callee();
        Optional<Signature> row = Signatures.find(Category.METRIC, name.text());
        if (row.isEmpty()) {
            Diagnostic unknown = Diagnostic.of(DiagnosticKind.UNKNOWN_METRIC, name.span(), name.text())
                    .withHelp("metrics: " + String.join(", ", Signatures.supported(Category.METRIC)));
            diagnostics.report(Suggestion.didYouMean(name.text(), Signatures.supported(Category.METRIC))
                    .map(unknown::withNote)
                    .orElse(unknown));
            return Optional.empty();
        }
        if (!row.get().supported()) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.NOT_SUPPORTED_YET, name.span(), "the metric `" + name.text() + "`")
                            .withHelp("`" + name.text() + "`: " + row.get().doc()));
            return Optional.empty();
        }
        return invocations
                .resolve(row.get(), call)
                .filter(metric -> fits(name, target))
                .flatMap(metric -> new MetricArguments(target, diagnostics).written(metric, call));
    }

    private boolean fits(Name name, Optional<Column> target) {
        boolean forClasses = OF_CLASSES.contains(name.text());
        if (target.isEmpty() || OF_NETWORKS.contains(name.text())) {
            return true;
        }
        boolean hasClasses = target.get().kind() instanceof Column.OneOf;
        if (hasClasses != forClasses) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.METRIC_DOES_NOT_FIT,
                            name.span(),
                            name.text(),
                            forClasses ? "counts right answers" : "measures distances",
                            target.get().name(),
                            hasClasses ? "one of several values" : "a number")
                    .withSecondary(target.get().span(), "the target")
                    .withHelp("use loss or " + (hasClasses ? "accuracy" : "mean_squared_error")));
        }
        return hasClasses == forClasses;
    }
}
