package dev.nnlang.compiler.resolve.training;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.resolve.data.Rows;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** On which rows a metric is measured: the {@code validation} of {@code validation.accuracy}. */
record MetricSplits(Targets targets, Diagnostics diagnostics) {

    private static final Set<String> SPLITS = Set.of("train", "validation");

    /** Whether no split stands before the metric, and its target. */
    boolean isMissing(List<Name> path) {
        String first = path.get(0).text();
        boolean ofTarget = targets.several() && targets.find(first).isPresent();
        return path.size() == 1 || ofTarget && !SPLITS.contains(first);
    }

    /** Whether the first name of a metric is a split on which it can be measured; otherwise that is reported. */
    boolean check(List<Name> path, Span place) {
        String split = path.get(0).text();
        String metric = path.stream().skip(1).map(Name::text).collect(Collectors.joining("."));
        if (isMissing(path)) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.METRIC_WITHOUT_SPLIT, place, place.text())
                    .withHelp("write validation." + place.text() + ", or train." + place.text()));
            return false;
        }
        if (split.equals("test")) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.TEST_METRIC, place)
                    .withHelp("what training looks at is part of it, and no fair test any more: use validation."
                            + metric));
            return false;
        }
        if (!SPLITS.contains(split)) {
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
        Optional<Rows> without = targets.rows()
                .filter(Rows::sound)
                .filter(known -> known.data().split().real("validation") == 0);
        without.ifPresent(known -> diagnostics.report(Diagnostic.of(DiagnosticKind.NO_VALIDATION, place, place.text())
                .withSecondary(known.data().split().span(), "all rows go elsewhere")
                .withHelp("keep some: split: random(train: 70%, validation: 15%, test: 15%)")));
        return without.isEmpty();
    }
}
