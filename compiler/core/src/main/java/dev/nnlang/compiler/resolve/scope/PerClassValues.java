package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.library.ClassNumbers;
import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.syntax.Argument;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code per_class(ill: 5, well: 1)}: numbers by the names of classes. */
public final class PerClassValues {

    private final ArgumentValues values;
    private final Diagnostics diagnostics;
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private boolean sound = true;

    PerClassValues(ArgumentValues values, Diagnostics diagnostics) {
        this.values = values;
        this.diagnostics = diagnostics;
    }

    /**
     * The numbers; empty if something is wrong, which is reported.
     *
     * @param number what each must be
     */
    Optional<Object> of(Parameter number, Expression.Call call) {
        for (Argument argument : call.arguments()) {
            Optional<Object> value = values.of(number, argument.value());
            sound &= value.isPresent();
            if (argument.name().isEmpty()) {
                report(Diagnostic.of(DiagnosticKind.UNNAMED_ARGUMENT, argument.span(), ClassNumbers.NAME)
                        .withHelp("say which class it is for: name: "
                                + argument.span().text()));
            } else {
                value.ifPresent(known -> put(argument.name().get(), (Double) known));
            }
        }
        return sound ? Optional.of(new ClassNumbers(numbers)) : Optional.empty();
    }

    private void put(Name name, double number) {
        if (numbers.put(name.text(), number) != null) {
            report(Diagnostic.of(DiagnosticKind.REPEATED_ARGUMENT, name.span(), name.text())
                    .withHelp("remove one of them"));
        }
    }

    private void report(Diagnostic diagnostic) {
        diagnostics.report(diagnostic);
        sound = false;
    }

    /** Reports names in the arguments of {@code call} that are no class of {@code target}. */
    public static void checkClasses(Expression.Call call, Column target, Diagnostics diagnostics) {
        List<String> known = ((Column.OneOf) target.kind())
                .labels().stream().map(Column.Label::name).toList();
        call.arguments().stream()
                .map(Argument::value)
                .filter(Expression.Call.class::isInstance)
                .map(Expression.Call.class::cast)
                .filter(numbers -> numbers.callee().text().equals(ClassNumbers.NAME))
                .flatMap(numbers -> numbers.arguments().stream())
                .flatMap(argument -> argument.name().stream())
                .filter(name -> !known.contains(name.text()))
                .forEach(name -> diagnostics.report(unknown(name, target, known)));
    }

    private static Diagnostic unknown(Name name, Column target, List<String> known) {
        Diagnostic unknown = Diagnostic.of(DiagnosticKind.UNKNOWN_CLASS, name.span(), target.name(), name.text())
                .withSecondary(target.span(), "the target")
                .withHelp("its values: " + String.join(", ", known));
        return Suggestion.didYouMean(name.text(), known).map(unknown::withNote).orElse(unknown);
    }
}
