package dev.nnlang.compiler.resolve.data;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.resolve.scope.Constants;
import dev.nnlang.compiler.resolve.scope.Invocations;
import dev.nnlang.compiler.syntax.ColumnType;
import dev.nnlang.compiler.syntax.DataItem;
import dev.nnlang.compiler.syntax.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Resolves {@code input a, b: real -> standardize}. A column whose type is wrong, which is reported, counts as a number. */
public final class ColumnResolver {

    private static final Parameter LENGTH = Parameter.named(
            "length", "a length", Parameter.Whole.atLeast(1), "how many columns of the file belong together");

    private final LabelResolver labels;
    private final Invocations invocations;
    private final Diagnostics diagnostics;

    ColumnResolver(Constants constants, Invocations invocations, Diagnostics diagnostics) {
        this.labels = new LabelResolver(constants, diagnostics);
        this.invocations = invocations;
        this.diagnostics = diagnostics;
    }

    List<Column> resolve(DataItem.Columns item) {
        checkRole(item);
        List<Invocation> transforms = transforms(item);
        return item.names().stream()
                .map(name -> new Column(
                        name.name().text(),
                        name.header()
                                .map(Expression.Text::value)
                                .orElse(name.name().text()),
                        item.doc(),
                        kind(item.type(), name.name().text()),
                        transforms,
                        name.name().span()))
                .toList();
    }

    private Column.Kind kind(ColumnType type, String column) {
        if (type instanceof ColumnType.OneOf oneOf) {
            return new Column.OneOf(labels.listed(oneOf, column));
        }
        if (type instanceof ColumnType.OneOfRange range) {
            return new Column.OneOf(labels.counted(range, column));
        }
        ColumnType.Named named = (ColumnType.Named) type;
        Optional<Invocation> call = invocations.resolve(Category.COLUMN_TYPE, named.call());
        String name = call.map(Invocation::name).orElse("real");
        boolean isNumber = name.equals("real") || name.equals("integer");
        if (!isNumber && named.length().isPresent()) {
            Expression length = named.length().get();
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.WRONG_TYPE,
                            length.span(),
                            "a length",
                            "behind `real` or `integer`",
                            "behind `" + name + "`")
                    .withHelp(name.equals("image") ? "an image has a size: image(28x28)" : "a text has no length"));
        }
        if (isNumber) {
            return new Column.Real(width(named), name.equals("integer"));
        }
        return name.equals("image") ? image(call.orElseThrow()) : new Column.Text();
    }

    private Column.Image image(Invocation call) {
        List<Integer> size = call.size("size");
        double values = size.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
        if (values > Integer.MAX_VALUE) {
            String product = size.stream().map(String::valueOf).collect(Collectors.joining(" * "));
            diagnostics.report(DiagnosticKind.TOO_LARGE, call.span(), "a row of this column", product);
            return new Column.Image(1, 1, 1);
        }
        return new Column.Image(size.get(0), size.get(1), size.size() == 3 ? size.get(2) : 1);
    }

    private int width(ColumnType.Named type) {
        return type.length()
                .flatMap(length -> invocations.values().of(LENGTH, length))
                .map(length -> Math.toIntExact((Long) length))
                .orElse(1);
    }

    private List<Invocation> transforms(DataItem.Columns item) {
        Map<String, Expression.Call> seen = new LinkedHashMap<>();
        for (Expression.Call call : item.transforms()) {
            Expression.Call earlier = seen.putIfAbsent(call.callee().text(), call);
            if (earlier != null) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticKind.REPEATED_TRANSFORM,
                                call.span(),
                                call.callee().text())
                        .withSecondary(earlier.span(), "first applied here"));
            }
        }
        List<Invocation> transforms = item.transforms().stream()
                .flatMap(call -> transform(item, call).stream())
                .toList();
        checkImpute(item, transforms);
        return transforms;
    }

    private void checkImpute(DataItem.Columns item, List<Invocation> transforms) {
        for (int i = 0; i < transforms.size(); i++) {
            Invocation transform = transforms.get(i);
            if (transform.name().equals("impute") && i > 0) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticKind.IMPUTE_NOT_FIRST,
                                transform.span(),
                                transforms.get(0).name())
                        .withSecondary(transforms.get(0).span(), "this comes first"));
            }
            if (transform.name().equals("impute") && item.role() == DataItem.Role.TARGET) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticKind.IMPUTED_TARGET,
                                transform.span(),
                                item.names().get(0).name().text())
                        .withHelp("leave rows without a target out: missing: drop"));
            }
        }
    }

    private Optional<Invocation> transform(DataItem.Columns item, Expression.Call call) {
        Optional<Invocation> transform = invocations.resolve(Category.TRANSFORM, call);
        Optional<String> misfit = misfit(item.type(), call.callee().text());
        if (transform.isPresent() && misfit.isPresent()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.TRANSFORM_DOES_NOT_FIT,
                            call.span(),
                            call.callee().text(),
                            item.names().get(0).name().text(),
                            misfit.get())
                    .withSecondary(item.type().span(), "this does not go with it")
                    .withHelp("leave it out"));
        }
        return transform;
    }

    /** What a column holds that a transform is not for. */
    private static Optional<String> misfit(ColumnType type, String transform) {
        if (!(type instanceof ColumnType.Named)) {
            return Optional.of("one of several values");
        }
        if (isNamed(type, "text")) {
            return Optional.of("texts");
        }
        return isNamed(type, "image") && transform.equals("impute")
                ? Optional.of("images, which are there or not")
                : Optional.empty();
    }

    public static boolean isNamed(ColumnType type, String name) {
        return type instanceof ColumnType.Named named
                && named.call().callee().text().equals(name);
    }

    private void checkRole(DataItem.Columns item) {
        if (item.role() == DataItem.Role.TARGET && isNamed(item.type(), "image")) {
            diagnostics.report(DiagnosticKind.NOT_SUPPORTED_YET, item.type().span(), "an image as a target");
        }
        if (item.role() == DataItem.Role.TARGET && isNamed(item.type(), "text")) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.TEXT_COLUMN,
                            item.type().span(),
                            item.names().get(0).name().text(),
                            "can only predict")
                    .withHelp("if there are only some of them, list them: one of red, green, blue"));
        }
    }
}
