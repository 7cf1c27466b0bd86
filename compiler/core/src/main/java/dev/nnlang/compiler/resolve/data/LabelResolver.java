package dev.nnlang.compiler.resolve.data;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.Notation;
import dev.nnlang.compiler.model.Column.Label;
import dev.nnlang.compiler.resolve.scope.Calls;
import dev.nnlang.compiler.resolve.scope.Constants;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.ColumnType;
import dev.nnlang.compiler.syntax.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** The values of {@code one of}. */
final class LabelResolver {

    /** More than anybody's network can tell apart; a longer range is a slip. */
    private static final long MOST_LABELS = 100_000;

    private final Constants constants;
    private final Diagnostics diagnostics;

    LabelResolver(Constants constants, Diagnostics diagnostics) {
        this.constants = constants;
        this.diagnostics = diagnostics;
    }

    /** {@code one of setosa "Iris-setosa", versicolor}. */
    List<Label> listed(ColumnType.OneOf type, String column) {
        Map<String, Span> names = new HashMap<>();
        Map<String, Span> written = new HashMap<>();
        for (ColumnType.Value value : type.values()) {
            Span place = value.name().span();
            checkNew(names, value.name().text(), "`" + value.name().text() + "`", place);
            checkNew(
                    written,
                    written(value),
                    Notation.of(written(value)),
                    value.written().map(Expression.Text::span).orElse(place));
        }
        checkCount(type.values().size(), column, type.span());
        return type.values().stream()
                .map(value -> new Label(value.name().text(), written(value)))
                .toList();
    }

    /**
     * After a mistake, which is reported, some values: what follows from their number is no news.
     *
     * <p>{@code one of 0..9}: the values 0 to 9, which Java knows by the column's name, so that those of {@code target digit} are {@code digit_0}
     * to {@code digit_9}, and {@code DIGIT_0} to {@code DIGIT_9} in their enum. Below zero: {@code digit_minus_1}.
     */
    List<Label> counted(ColumnType.OneOfRange type, String column) {
        Optional<Long> from = whole(type.range().from());
        Optional<Long> to = whole(type.range().to());
        if (from.isEmpty() || to.isEmpty()) {
            return List.of(label(column, 0), label(column, 1));
        }
        boolean tooLong = to.get() - from.get() >= MOST_LABELS;
        if (from.get() > to.get() || tooLong) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.OUT_OF_RANGE,
                            type.range().span(),
                            "a range of values",
                            tooLong ? "of at most " + MOST_LABELS : "from the lower to the upper",
                            type.range().span().text())
                    .withHelp("both ends belong to it: 0..9 are ten values"));
            return List.of(label(column, 0), label(column, 1));
        }
        List<Label> labels = LongStream.rangeClosed(from.get(), to.get())
                .mapToObj(value -> label(column, value))
                .toList();
        checkCount(labels.size(), column, type.span());
        return labels;
    }

    private static Label label(String column, long value) {
        String number = value < 0 ? "minus_" + -value : Long.toString(value);
        return new Label(column + "_" + number, Long.toString(value));
    }

    private Optional<Long> whole(Expression end) {
        Optional<Double> value = constants.number(end);
        if (value.isPresent() && (value.get() != Math.rint(value.get()) || Math.abs(value.get()) > Integer.MAX_VALUE)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.NOT_WHOLE,
                            end.span(),
                            "the end of a range of values",
                            Calls.describe(end, value.get()))
                    .withHelp("values are counted from one end to the other: 0..9"));
            return Optional.empty();
        }
        return value.map(Double::longValue);
    }

    private void checkNew(Map<String, Span> seen, String value, String shown, Span place) {
        Span earlier = seen.putIfAbsent(value, place);
        if (earlier != null) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.REPEATED_LABEL, place, shown)
                    .withSecondary(earlier, "first listed here")
                    .withHelp("remove one of them"));
        }
    }

    private void checkCount(int count, String column, Span place) {
        if (count < 2) {
            diagnostics.report(DiagnosticKind.TOO_FEW_LABELS, place, column);
        }
    }

    private static String written(ColumnType.Value value) {
        return value.written().map(Expression.Text::value).orElse(value.name().text());
    }
}
