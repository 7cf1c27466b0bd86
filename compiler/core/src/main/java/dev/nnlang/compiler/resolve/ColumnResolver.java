package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.syntax.ColumnType;
import dev.nnlang.compiler.syntax.DataItem;
import dev.nnlang.compiler.syntax.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves {@code input a, b: real -> standardize}. A column whose type is wrong, which is reported, counts as a number. */
final class ColumnResolver {

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
        boolean isImage = call.isPresent() && call.get().name().equals("image");
        if (isImage && named.length().isPresent()) {
            Expression length = named.length().get();
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.WRONG_TYPE, length.span(), "a length", "behind `real`", "behind `image`")
                    .withHelp("an image has a size: image(28x28)"));
        }
        return isImage ? image(call.get().size("size")) : new Column.Real(width(named));
    }

    private static Column.Image image(List<Integer> size) {
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
        return item.transforms().stream()
                .flatMap(call -> transform(item, call).stream())
                .toList();
    }

    private Optional<Invocation> transform(DataItem.Columns item, Expression.Call call) {
        Optional<Invocation> transform = invocations.resolve(Category.TRANSFORM, call);
        if (transform.isPresent() && !(item.type() instanceof ColumnType.Named)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.TRANSFORM_DOES_NOT_FIT,
                            call.span(),
                            call.callee().text(),
                            item.names().get(0).name().text(),
                            "one of several values")
                    .withSecondary(item.type().span(), "these are no numbers")
                    .withHelp("leave it out"));
        }
        return transform;
    }

    private void checkRole(DataItem.Columns item) {
        boolean isChoice = !(item.type() instanceof ColumnType.Named);
        if (item.role() == DataItem.Role.INPUT && isChoice) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.NOT_SUPPORTED_YET, item.type().span(), "`one of` as an input")
                            .withHelp("give the file a column of 0 and 1 for each value, and declare those as real"));
        }
        boolean isImage = item.type() instanceof ColumnType.Named named
                && named.call().callee().text().equals("image");
        if (item.role() == DataItem.Role.TARGET && isImage) {
            diagnostics.report(DiagnosticKind.NOT_SUPPORTED_YET, item.type().span(), "an image as a target");
        }
    }
}
