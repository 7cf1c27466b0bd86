package dev.nnlang.compiler.resolve.data;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.resolve.scope.Settings;
import dev.nnlang.compiler.source.Span;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether sources and split fit the columns. */
final class SourceChecks {

    private static final Set<String> OF_IMAGES = Set.of("idx", "images", "cifar10");
    private static final Column.Image CIFAR10 = new Column.Image(32, 32, 3);
    private static final Set<Integer> CHANNELS = Set.of(1, 3, 4);

    private final DataSet data;
    private final Diagnostics diagnostics;

    private SourceChecks(DataSet data, Diagnostics diagnostics) {
        this.data = data;
        this.diagnostics = diagnostics;
    }

    static void check(DataSet data, Settings settings, Diagnostics diagnostics) {
        SourceChecks checks = new SourceChecks(data, diagnostics);
        Stream.of(data.source(), data.test()).flatMap(Optional::stream).forEach(checks::checkSource);
        checks.checkHeaders(settings);
        checks.checkClasses();
        checks.checkTestRows();
    }

    private void checkSource(Invocation source) {
        if (OF_IMAGES.contains(source.name()) && !isImagesAndLabels()) {
            doesNotFit(source, "one image and its label", "has other columns", "read a table with csv(\"…\")");
        } else if (source.name().equals("cifar10")
                && !data.inputs().get(0).kind().equals(CIFAR10)) {
            doesNotFit(source, "images of 32x32x3", "has another image", "declare it as image(32x32x3)");
        } else if (source.name().equals("images")
                && !CHANNELS.contains(((Column.Image) data.inputs().get(0).kind()).channels())) {
            doesNotFit(
                    source,
                    "grey and coloured images",
                    "has another number of channels",
                    "1 is grey, 3 is red, green and blue, 4 has opacity too");
        }
        if (source.name().equals("npy") && hasTexts()) {
            doesNotFit(source, "numbers", "has texts", "leave them out");
        }
        if (source.name().equals("csv") && data.inputs().stream().anyMatch(SourceChecks::isImage)) {
            doesNotFit(
                    source,
                    "a table of numbers and names",
                    "has an image",
                    "read images with idx(\"…\", \"…\"), or declare pixels as real[784]");
        }
    }

    private boolean hasTexts() {
        return data.inputs().stream().anyMatch(column -> column.kind() instanceof Column.Text);
    }

    private boolean isImagesAndLabels() {
        return data.inputs().size() == 1
                && isImage(data.inputs().get(0))
                && data.targets().stream().allMatch(SourceChecks::isChoice)
                && data.targets().size() <= 1;
    }

    private void doesNotFit(Invocation source, String reads, String has, String help) {
        diagnostics.report(
                Diagnostic.of(DiagnosticKind.SOURCE_DOES_NOT_FIT, source.span(), source.name(), reads, data.name(), has)
                        .withSecondary(
                                data.inputs().isEmpty()
                                        ? data.span()
                                        : data.inputs().get(0).span(),
                                "this must fit")
                        .withHelp(help));
    }

    private void checkHeaders(Settings settings) {
        boolean read = Stream.of(data.source(), data.test())
                .flatMap(Optional::stream)
                .anyMatch(source -> source.name().equals("csv") && source.truth("header"));
        if (read || data.source().isEmpty()) {
            return;
        }
        Stream.concat(data.inputs().stream(), data.targets().stream())
                .filter(column -> !column.header().equals(column.name()))
                .forEach(column -> unusedHeader(column.span(), column.header()));
        settings.find("ignore").ifPresent(ignore -> unusedHeader(ignore.span(), String.join("\", \"", data.ignored())));
    }

    private void unusedHeader(Span place, String header) {
        diagnostics.report(DiagnosticKind.UNUSED_HEADER, place, header);
    }

    private void checkClasses() {
        boolean hasClasses = data.targets().stream().anyMatch(SourceChecks::isChoice);
        if (data.split().name().equals("stratified") && !hasClasses) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.STRATIFIED_WITHOUT_CLASSES,
                            data.split().span(),
                            data.name())
                    .withHelp("draw rows whatever they hold: random(train: 70%, validation: 15%, test: 15%)"));
        }
    }

    private void checkTestRows() {
        if (data.test().isPresent() && data.split().real("test") > 0) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.TEST_ROWS_TWICE, data.split().span())
                            .withSecondary(data.test().get().span(), "this is for testing as well")
                            .withHelp("with a test source, share the other rows between train and validation"));
        }
    }

    private static boolean isImage(Column column) {
        return column.kind() instanceof Column.Image;
    }

    private static boolean isChoice(Column column) {
        return column.kind() instanceof Column.OneOf;
    }
}
