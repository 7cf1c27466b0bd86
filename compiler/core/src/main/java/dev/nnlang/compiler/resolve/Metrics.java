package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Argument;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names of metrics, {@code accuracy} where they are watched and {@code validation.accuracy} where they are compared. */
final class Metrics {

    private static final Set<String> SPLITS = Set.of("train", "validation");
    private static final Set<String> OF_CLASSES =
            Set.of("accuracy", "top_k", "precision", "recall", "f1", "roc_auc", "confusion");

    /** These look into the network, whatever its answers are. */
    private static final Set<String> OF_NETWORKS = Set.of("loss", "saturation", "dead_units", "gradient_norm");

    private final Optional<Column> target;
    private final Optional<Rows> rows;
    private final Invocations invocations;
    private final Diagnostics diagnostics;

    Metrics(Optional<Column> target, Optional<Rows> rows, Invocations invocations, Diagnostics diagnostics) {
        this.invocations = invocations;
        this.target = target;
        this.rows = rows;
        this.diagnostics = diagnostics;
    }

    /** A metric that is reported after each epoch. */
    Optional<String> watched(Expression written) {
        Optional<Expression.Call> call = Calls.of(written);
        if (call.isEmpty()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.WRONG_TYPE,
                            written.span(),
                            "what is watched",
                            "the name of a metric",
                            Calls.describe(written))
                    .withHelp("metrics are watched on all rows there are: watch: accuracy, confusion"));
            return Optional.empty();
        }
        return check(call.get());
    }

    /** A metric that is a number, measured on the rows of one split: {@code validation.loss}, {@code validation.f1(ill)}. */
    Optional<String> measured(Expression written) {
        List<Name> path = path(written);
        Span place = written.span();
        Name last = path.get(path.size() - 1);
        Optional<String> metric = check(call(written, last));
        if (metric.isEmpty() || !checkSplit(path, place)) {
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

    /** The metric as trainers call it; classes are called there as the file writes them. */
    private Optional<String> check(Expression.Call call) {
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
        return invocations.resolve(row.get(), call).filter(metric -> fits(name)).flatMap(metric -> new MetricArguments(
                        target, diagnostics)
                .written(metric, call));
    }

    private boolean fits(Name name) {
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

    private boolean checkSplit(List<Name> path, Span place) {
        String split = path.get(0).text();
        String metric = path.get(path.size() - 1).text();
        if (path.size() == 1) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.METRIC_WITHOUT_SPLIT, place, metric)
                    .withHelp("write validation." + metric + ", or train." + metric));
            return false;
        }
        if (split.equals("test")) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.TEST_METRIC, place)
                    .withHelp("what training looks at is part of it, and no fair test any more: use validation."
                            + metric));
            return false;
        }
        if (path.size() > 2 || !SPLITS.contains(split)) {
            Diagnostic unknown = Diagnostic.of(DiagnosticKind.UNKNOWN_METRIC, place, place.text())
                    .withHelp("a metric is measured on train or validation: validation." + metric);
            diagnostics.report(Suggestion.closest(split, SPLITS)
                    .map(known -> unknown.withNote("did you mean `" + known + "." + metric + "`?"))
                    .orElse(unknown));
            return false;
        }
        return !split.equals("validation") || checkGradients(metric, place) && checkValidation(place);
    }

    private boolean checkGradients(String metric, Span place) {
        boolean measured = !metric.equals("gradient_norm");
        if (!measured) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.WRONG_COMBINATION, place, "there are no gradients where nothing is learned")
                    .withHelp("write train.gradient_norm"));
        }
        return measured;
    }

    private boolean checkValidation(Span place) {
        Optional<Rows> without =
                rows.filter(Rows::sound).filter(known -> known.data().split().real("validation") == 0);
        without.ifPresent(known -> diagnostics.report(Diagnostic.of(DiagnosticKind.NO_VALIDATION, place, place.text())
                .withSecondary(known.data().split().span(), "all rows go elsewhere")
                .withHelp("keep some: split: random(train: 70%, validation: 15%, test: 15%)")));
        return without.isEmpty();
    }
}
