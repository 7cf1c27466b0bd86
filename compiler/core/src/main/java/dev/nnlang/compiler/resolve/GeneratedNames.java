package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.Notation;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import dev.nnlang.compiler.model.JavaNames;
import dev.nnlang.compiler.resolve.network.Terminals;
import dev.nnlang.compiler.resolve.scope.Constants;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the names of a file can be names of the classes, methods and constants that it becomes. */
final class GeneratedNames {

    private final Diagnostics diagnostics;
    private final Map<String, Taken> classes = new LinkedHashMap<>();

    /** What is called by a name, and where. */
    private record Taken(String what, Span span) {}

    GeneratedNames(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void checkPackage(Optional<Expression.Reference> packageName) {
        packageName
                .map(name -> name.path().get(0))
                .filter(first -> JavaNames.isPackageOfJava(first.text()))
                .ifPresent(first -> diagnostics.report(
                        DiagnosticKind.TAKEN_NAME, first.span(), first.text(), "packages of Java itself"));
        packageName.stream()
                .flatMap(name -> name.path().stream())
                .forEach(part -> checkWord(part.text(), "a package", part.span()));
    }

    void check(DataSet data) {
        checkClass(data.name(), "the data `" + data.name() + "`", data.span());
        checkClass(JavaNames.readerOf(data.name()), "the reader of `" + data.name() + "`", data.span());
        Stream.concat(data.inputs().stream(), data.targets().stream()).forEach(this::check);
        Stream.concat(data.inputs().stream(), data.targets().stream())
                .filter(column -> column.kind() instanceof Column.OneOf)
                .forEach(column -> checkClass(
                        JavaNames.enumOf(column.name()),
                        "the values of `" + column.name() + "` in `" + data.name() + "`",
                        column.span()));
    }

    void check(Declaration.Network network) {
        String name = network.name().text();
        Span span = network.name().span();
        checkClass(name, "the network `" + name + "`", span);
        String trainer = JavaNames.trainerOf(name);
        checkClass(trainer, "the trainer of `" + name + "`", span);
        checkClass(JavaNames.simdOf(name), "the predictor with vectors of `" + name + "`", span);
        checkClass(JavaNames.simdOf(trainer), "the trainer with vectors of `" + name + "`", span);
        checkClass(JavaNames.tilesOf(name), "the loops with vectors of `" + name + "`", span);
    }

    private void check(Column column) {
        checkWord(column.name(), "a column", column.span());
        if (JavaNames.isMethodOfEveryObject(column.name())) {
            report(DiagnosticKind.JAVA_WORD, column, "a method of every Java object", "a column");
        }
        if (column.name().equals(Terminals.INPUT) || column.name().equals(Constants.CLASSES)) {
            diagnostics.report(DiagnosticKind.TAKEN_NAME, column.span(), column.name(), "a value of every network");
        }
        if (column.kind() instanceof Column.OneOf oneOf) {
            checkLabels(oneOf.labels(), column);
        }
    }

    private void checkLabels(List<Column.Label> labels, Column column) {
        Map<String, String> constants = new LinkedHashMap<>();
        for (Column.Label label : labels) {
            String constant = JavaNames.constantOf(label.name());
            String earlier = constants.putIfAbsent(constant, label.name());
            if (earlier != null && !earlier.equals(label.name())) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticKind.JAVA_CLASH,
                                column.span(),
                                "the value `" + earlier + "`",
                                "the value `" + label.name() + "`",
                                constant)
                        .withHelp("the file's own writing can stand behind a new name: other_name "
                                + Notation.of(label.written())));
            }
        }
    }

    private void checkClass(String name, String what, Span span) {
        checkWord(name, "a class", span);
        // File systems that do not tell a from A would keep one of two files.
        Taken earlier = classes.putIfAbsent(name.toLowerCase(Locale.ROOT), new Taken(what, span));
        if (JavaNames.isTaken(name)) {
            diagnostics.report(DiagnosticKind.TAKEN_NAME, span, name, "something that generated code uses");
        } else if (earlier != null && !earlier.what().equals(what)) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.JAVA_CLASH, span, earlier.what(), what, name)
                    .withSecondary(earlier.span(), earlier.what()));
        }
    }

    private void checkWord(String name, String what, Span span) {
        if (JavaNames.isKeyword(name)) {
            diagnostics.report(DiagnosticKind.JAVA_WORD, span, name, "a word of Java", what);
        }
    }

    private void report(DiagnosticKind kind, Column column, String owner, String what) {
        diagnostics.report(kind, column.span(), column.name(), owner, what);
    }
}
