package dev.nnlang.compiler.resolve.data;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.resolve.scope.Calls;
import dev.nnlang.compiler.resolve.scope.Constants;
import dev.nnlang.compiler.resolve.scope.Invocations;
import dev.nnlang.compiler.resolve.scope.Lists;
import dev.nnlang.compiler.resolve.scope.Settings;
import dev.nnlang.compiler.syntax.DataItem;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves {@code data} declarations: columns, then where rows come from and how they are split. */
public final class DataResolver {

    private final ColumnResolver columns;
    private final Invocations invocations;
    private final Diagnostics diagnostics;

    public DataResolver(Constants constants, Invocations invocations, Diagnostics diagnostics) {
        this.columns = new ColumnResolver(constants, invocations, diagnostics);
        this.invocations = invocations;
        this.diagnostics = diagnostics;
    }

    public Rows resolve(Declaration.Data data) {
        int before = diagnostics.count();
        List<Column> inputs = columns(data, DataItem.Role.INPUT);
        List<Column> targets = columns(data, DataItem.Role.TARGET);
        checkNames(inputs, targets);
        checkSize(data, Stream.concat(inputs.stream(), targets.stream()).toList());
        checkPresent(data, inputs, "input", "input sepalLength, sepalWidth: real");
        checkPresent(data, targets, "target", "target species: one of setosa, versicolor, virginica");
        List<DataItem.Setting> written = data.items().stream()
                .filter(DataItem.Setting.class::isInstance)
                .map(DataItem.Setting.class::cast)
                .toList();
        Settings settings = new Settings(Category.DATA_SETTING, "data", written, diagnostics);
        Optional<Invocation> source = source(settings, "source");
        Optional<Invocation> test = source(settings, "test");
        DataSet resolved = new DataSet(
                data.name().text(),
                data.doc(),
                inputs,
                targets,
                source,
                test,
                split(settings, data),
                ignored(settings, Lists.concat(headers(inputs), headers(targets))),
                new RowPolicyResolver(settings, invocations).resolve(),
                data.name().span());
        SourceChecks.check(resolved, settings, diagnostics);
        RowPolicyChecks.check(resolved, settings, diagnostics);
        return new Rows(resolved, diagnostics.count() == before);
    }

    private List<Column> columns(Declaration.Data data, DataItem.Role role) {
        return data.items().stream()
                .filter(DataItem.Columns.class::isInstance)
                .map(DataItem.Columns.class::cast)
                .filter(item -> item.role() == role)
                .flatMap(item -> columns.resolve(item).stream())
                .toList();
    }

    private Optional<Invocation> source(Settings settings, String name) {
        return settings.value(name).flatMap(value -> invocations.resolve(Category.SOURCE, "a source", value));
    }

    private Invocation split(Settings settings, Declaration.Data data) {
        return settings.value("split")
                .flatMap(value -> invocations.resolve(Category.SPLIT, "a split", value))
                .orElseGet(() -> standardSplit(settings.find("test").isPresent(), data));
    }

    /** Rows for testing are taken from the source unless they have a source of their own. */
    private static Invocation standardSplit(boolean separateTest, Declaration.Data data) {
        Map<String, Object> shares = new LinkedHashMap<>();
        shares.put("train", separateTest ? 0.9 : 0.7);
        shares.put("validation", separateTest ? 0.1 : 0.15);
        shares.put("test", separateTest ? 0.0 : 0.15);
        return new Invocation(
                Signatures.find(Category.SPLIT, "random").orElseThrow(),
                shares,
                data.name().span());
    }

    private List<String> ignored(Settings settings, List<String> declared) {
        List<String> ignored = new ArrayList<>();
        for (Expression value : settings.values("ignore")) {
            header(value).ifPresent(header -> {
                if (ignored.contains(header) || declared.contains(header)) {
                    String other = ignored.contains(header) ? "ignored" : "declared";
                    diagnostics.report(Diagnostic.of(DiagnosticKind.IGNORED_TWICE, value.span(), header, other)
                            .withHelp("a column of the file is either declared or ignored, once"));
                }
                ignored.add(header);
            });
        }
        return ignored;
    }

    private Optional<String> header(Expression value) {
        if (value instanceof Expression.Text text) {
            return Optional.of(text.value());
        }
        if (value instanceof Expression.Reference reference && reference.path().size() == 1) {
            return Optional.of(reference.text());
        }
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.WRONG_TYPE,
                        value.span(),
                        "an ignored column",
                        "a name, or a header in quotes",
                        Calls.describe(value))
                .withHelp("write ignore: id, \"Sepal.Length\""));
        return Optional.empty();
    }

    private void checkNames(List<Column> inputs, List<Column> targets) {
        Map<String, Column> names = new LinkedHashMap<>();
        Map<String, Column> headers = new LinkedHashMap<>();
        List<Column> all = new ArrayList<>(inputs);
        all.addAll(targets);
        for (Column column : all) {
            Column sameName = names.putIfAbsent(column.name(), column);
            Column sameHeader = headers.putIfAbsent(column.header(), column);
            if (sameName != null) {
                report(DiagnosticKind.REPEATED_NAME, column, column.name(), sameName, "choose another name");
            } else if (sameHeader != null) {
                report(DiagnosticKind.REPEATED_HEADER, column, column.header(), sameHeader, "each column is read once");
            }
        }
    }

    private void report(DiagnosticKind kind, Column column, String name, Column earlier, String help) {
        diagnostics.report(Diagnostic.of(kind, column.span(), name)
                .withSecondary(earlier.span(), "first declared here")
                .withHelp(help));
    }

    /** A row of the file becomes an array of numbers. */
    private void checkSize(Declaration.Data data, List<Column> columns) {
        long values =
                columns.stream().mapToLong(column -> column.kind().features()).sum();
        if (values > Integer.MAX_VALUE) {
            String sum = columns.stream()
                    .map(column -> String.valueOf(column.kind().features()))
                    .collect(Collectors.joining(" + "));
            diagnostics.report(DiagnosticKind.TOO_LARGE, data.name().span(), "a row of all columns", sum);
        }
    }

    private void checkPresent(Declaration.Data data, List<Column> columns, String role, String example) {
        if (columns.isEmpty()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.MISSING_COLUMN,
                            data.name().span(),
                            data.name().text(),
                            role)
                    .withHelp("declare one: " + example));
        }
    }

    private static List<String> headers(List<Column> columns) {
        return columns.stream().map(Column::header).toList();
    }
}
