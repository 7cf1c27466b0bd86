package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.FamiliarNames;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Argument;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Name;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the arguments of one call to the parameters of its signature. */
public final class Arguments {

    /** Finds the value of what was written for a parameter. */
    public interface Evaluation {
        Optional<Object> of(Parameter parameter, Expression written);
    }

    private final Signature signature;
    private final Expression.Call call;
    private final Diagnostics diagnostics;
    private final Map<String, Argument> given = new LinkedHashMap<>();
    private boolean sound = true;

    private Arguments(Signature signature, Expression.Call call, Diagnostics diagnostics) {
        this.signature = signature;
        this.call = call;
        this.diagnostics = diagnostics;
    }

    /**
     * The value of each parameter by its name, defaults filled in, in the order of the signature.
     *
     * @return empty if something is wrong, which has been reported
     */
    public static Optional<Map<String, Object>> bind(
            Signature signature, Expression.Call call, Evaluation values, Diagnostics diagnostics) {
        Arguments arguments = new Arguments(signature, call, diagnostics);
        arguments.distribute();
        Map<String, Object> bound = arguments.evaluate(values);
        return arguments.sound && arguments.rulesHold(bound) ? Optional.of(bound) : Optional.empty();
    }

    private void distribute() {
        if (call.parentheses() && call.arguments().isEmpty()) {
            report(Diagnostic.of(DiagnosticKind.EMPTY_PARENTHESES, call.span(), signature.name()));
        }
        Iterator<Parameter> positions =
                signature.parameters().stream().filter(Parameter::positional).iterator();
        for (Argument argument : call.arguments()) {
            if (argument.name().isPresent()) {
                named(argument, argument.name().get());
            } else if (isAssignment(argument)) {
                assigned(argument, (Expression.Binary) argument.value());
            } else {
                unnamed(argument, positions);
            }
        }
    }

    /** {@code units=16}, as other languages name an argument. No argument is a comparison. */
    private static boolean isAssignment(Argument argument) {
        return argument.value() instanceof Expression.Binary binary
                && binary.operator() == Expression.Operator.EQUAL
                && binary.left() instanceof Expression.Reference;
    }

    private void assigned(Argument argument, Expression.Binary written) {
        Name name = ((Expression.Reference) written.left()).path().get(0);
        if (signature.parameter(name.text()).isEmpty()) {
            unknown(name);
        } else {
            report(Diagnostic.of(DiagnosticKind.NAMED_BY_EQUALS, argument.span())
                    .withNote("write `" + name.text() + ": "
                            + written.right().span().text() + "`"));
        }
    }

    private void named(Argument argument, Name name) {
        if (signature.parameter(name.text()).isEmpty()) {
            unknown(name);
        } else {
            give(name.text(), argument);
        }
    }

    private void unnamed(Argument argument, Iterator<Parameter> positions) {
        if (given.values().stream().anyMatch(earlier -> earlier.name().isPresent())) {
            report(Diagnostic.of(DiagnosticKind.UNNAMED_AFTER_NAMED, argument.span())
                    .withHelp(usage()));
        } else if (positions.hasNext()) {
            give(positions.next().name(), argument);
        } else {
            withoutPlace(argument);
        }
    }

    private void withoutPlace(Argument argument) {
        List<String> free = signature.parameters().stream()
                .map(Parameter::name)
                .filter(name -> !given.containsKey(name))
                .toList();
        DiagnosticKind kind = free.isEmpty() ? DiagnosticKind.SURPLUS_ARGUMENT : DiagnosticKind.UNNAMED_ARGUMENT;
        Diagnostic misplaced =
                Diagnostic.of(kind, argument.span(), signature.name()).withHelp(usage());
        boolean obvious = free.size() == 1 || kind == DiagnosticKind.UNNAMED_ARGUMENT && given.isEmpty();
        report(
                obvious
                        ? misplaced.withNote(
                                "write `" + free.get(0) + ": " + argument.span().text() + "`")
                        : misplaced);
    }

    private void give(String parameter, Argument argument) {
        Argument earlier = given.putIfAbsent(parameter, argument);
        if (earlier != null) {
            report(Diagnostic.of(DiagnosticKind.REPEATED_ARGUMENT, argument.span(), parameter)
                    .withSecondary(earlier.span(), "first given here")
                    .withHelp("remove one of them"));
        }
    }

    private Map<String, Object> evaluate(Evaluation values) {
        Map<String, Object> bound = new LinkedHashMap<>();
        for (Parameter parameter : signature.parameters()) {
            Optional<Object> value = Optional.ofNullable(given.get(parameter.name()))
                    .map(argument -> values.of(parameter, argument.value()))
                    .orElseGet(() -> absent(parameter));
            value.ifPresent(known -> bound.put(parameter.name(), known));
            sound &= value.isPresent() || parameter.optional() && !given.containsKey(parameter.name());
        }
        return bound;
    }

    private Optional<Object> absent(Parameter parameter) {
        // One mistake at a time: what is missing may be what was misspelt or misplaced.
        if (parameter.required() && sound) {
            report(Diagnostic.of(DiagnosticKind.MISSING_ARGUMENT, call.span(), signature.name(), parameter.noun())
                    .withHelp(usage()));
        }
        return parameter.defaultValue();
    }

    private boolean rulesHold(Map<String, Object> bound) {
        for (Signature.Rule rule : signature.rules()) {
            if (!rule.holds().test(bound)) {
                Span blamed = rule.parameter()
                        .flatMap(parameter -> Optional.ofNullable(given.get(parameter)))
                        .map(Argument::span)
                        .orElse(call.span());
                report(Diagnostic.of(DiagnosticKind.WRONG_COMBINATION, blamed, rule.message(bound))
                        .withHelp(usage()));
            }
        }
        return sound;
    }

    private void unknown(Name name) {
        List<String> names =
                signature.parameters().stream().map(Parameter::name).toList();
        Diagnostic unknown = Diagnostic.of(DiagnosticKind.UNKNOWN_ARGUMENT, name.span(), signature.name(), name.text())
                .withHelp(FamiliarNames.advice(name.text())
                        .orElseGet(() -> names.isEmpty() ? "`" + signature.name() + "` stands alone" : usage()));
        report(Suggestion.didYouMean(name.text(), names).map(unknown::withNote).orElse(unknown));
    }

    private String usage() {
        return "it is written " + signature.usage();
    }

    private void report(Diagnostic diagnostic) {
        sound = false;
        diagnostics.report(diagnostic);
    }
}
