package dev.nnlang.compiler.resolve.training;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.resolve.data.Rows;
import dev.nnlang.compiler.syntax.Name;
import java.util.List;
import java.util.Optional;

/**
 * What a network predicts.
 *
 * @param network its name
 * @param columns the targets that its chains end in; empty if that could not be told, and then nothing needs to fit them
 * @param rows all of its data
 */
public record Targets(String network, List<Column> columns, Optional<Rows> rows) {

    /** Whether losses and metrics must say which they mean. */
    boolean several() {
        return columns.size() > 1;
    }

    /** The only one; empty if there are several, or none is known. */
    Optional<Column> single() {
        return several() ? Optional.empty() : columns.stream().findFirst();
    }

    Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** What is wrong with a name that is none of these. */
    Diagnostic unknown(Name name) {
        boolean declared = rows.stream()
                .flatMap(known -> known.data().targets().stream())
                .anyMatch(column -> column.name().equals(name.text()));
        if (declared) {
            return Diagnostic.of(DiagnosticKind.UNPREDICTED_TARGET, name.span(), network, name.text())
                    .withHelp("end a chain in it: … -> " + name.text());
        }
        List<String> names = columns.stream().map(Column::name).toList();
        Diagnostic unknown = Diagnostic.of(DiagnosticKind.UNKNOWN_TARGET, name.span(), "target", name.text())
                .withHelp("`" + network + "` predicts " + String.join(", ", names));
        return Suggestion.didYouMean(name.text(), names).map(unknown::withNote).orElse(unknown);
    }
}
