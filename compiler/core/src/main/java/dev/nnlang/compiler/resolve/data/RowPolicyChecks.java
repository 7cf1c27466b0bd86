package dev.nnlang.compiler.resolve.data;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.resolve.scope.Settings;
import dev.nnlang.compiler.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether {@code balance}, {@code augment} and {@code stream} fit the columns, the source and the split. */
final class RowPolicyChecks {

    private final DataSet data;
    private final Settings settings;
    private final Diagnostics diagnostics;

    private RowPolicyChecks(DataSet data, Settings settings, Diagnostics diagnostics) {
        this.data = data;
        this.settings = settings;
        this.diagnostics = diagnostics;
    }

    static void check(DataSet data, Settings settings, Diagnostics diagnostics) {
        RowPolicyChecks checks = new RowPolicyChecks(data, settings, diagnostics);
        checks.checkBalance();
        checks.checkAugmentations();
        if (data.policy().buffer().isPresent()) {
            checks.checkStream();
        }
    }

    private void checkBalance() {
        boolean hasClasses = data.targets().stream().anyMatch(column -> column.kind() instanceof Column.OneOf);
        if (data.policy().balanced() && !hasClasses) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.BALANCE_WITHOUT_CLASSES, place("balance"), data.name())
                    .withHelp("leave it out: numbers are learned as often as they come"));
        }
    }

    private void checkAugmentations() {
        List<Column.Image> images = data.inputs().stream()
                .map(Column::kind)
                .filter(Column.Image.class::isInstance)
                .map(Column.Image.class::cast)
                .toList();
        Map<String, Invocation> seen = new HashMap<>();
        for (Invocation augmentation : data.policy().augmentations()) {
            Invocation earlier = seen.putIfAbsent(augmentation.name(), augmentation);
            if (earlier != null) {
                diagnostics.report(
                        Diagnostic.of(DiagnosticKind.REPEATED_ARGUMENT, augmentation.span(), augmentation.name())
                                .withSecondary(earlier.span(), "first given here")
                                .withHelp("remove one of them"));
            }
            images.forEach(image -> checkSize(augmentation, image));
        }
        if (images.isEmpty() && !data.policy().augmentations().isEmpty()) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.AUGMENT_WITHOUT_IMAGES, place("augment"), data.name())
                    .withHelp("leave it out: only images can be changed without changing what they show"));
        }
    }

    private void checkSize(Invocation augmentation, Column.Image image) {
        String parameter = augmentation.name().equals("shift") ? "pixels" : "padding";
        int smaller = Math.min(image.height(), image.width());
        if (augmentation.has(parameter) && augmentation.whole(parameter) >= smaller) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.OUT_OF_RANGE,
                            augmentation.span(),
                            augmentation.name().equals("shift") ? "a shift" : "a padding",
                            "below " + smaller + ", the size of the image",
                            augmentation.whole(parameter))
                    .withHelp("farther than its size, nothing of the image would be left"));
        }
    }

    private void checkStream() {
        if (data.source().isEmpty()) {
            reject(place("stream"), "training on rows that the Java program brings", "name a source, or leave it out");
        }
        if (data.split().name().equals("stratified")) {
            reject(
                    data.split().span(),
                    "`stratified`",
                    "draw rows whatever they hold: random(train: 80%, validation: 20%)");
        }
        Stream.concat(data.inputs().stream(), data.targets().stream())
                .flatMap(column -> column.transforms().stream())
                .filter(transform -> transform.name().equals("impute")
                        && transform.choice("value").equals("median"))
                .distinct()
                .forEach(transform -> reject(transform.span(), "a median", "take the mean: impute(mean)"));
    }

    private void reject(Span place, String what, String help) {
        Diagnostic misfit = Diagnostic.of(
                        DiagnosticKind.NOT_WHILE_STREAMING,
                        place,
                        what,
                        data.policy().buffer().getAsInt())
                .withHelp(help);
        Span stream = place("stream");
        diagnostics.report(place.equals(stream) ? misfit : misfit.withSecondary(stream, "rows stream by"));
    }

    private Span place(String setting) {
        return settings.find(setting).orElseThrow().span();
    }
}
