package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Argument;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls within formulas: {@code exp(x)}, {@code max(x, 0)}, or another activation, whose formula then takes the call's place. */
final class FormulaCalls {

    private final FormulaConverter converter;
    private final Declarations declarations;
    private final Constants constants;
    private final Diagnostics diagnostics;
    private final Deque<String> open = new ArrayDeque<>();

    /** Activations with a mistake, such as those that are too large once written out: it has been reported, and need not be found again. */
    private final Set<String> broken = new HashSet<>();

    FormulaCalls(FormulaConverter converter, Declarations declarations, Constants constants, Diagnostics diagnostics) {
        this.converter = converter;
        this.declarations = declarations;
        this.constants = constants;
        this.diagnostics = diagnostics;
    }

    Formula convert(Expression.Call call, Map<String, Formula> variables) {
        String name = call.callee().text();
        UnaryOperator ofOne = Functions.OF_ONE.get(name);
        if (ofOne != null) {
            List<Formula> arguments = plain(call, 1, variables);
            return arguments.isEmpty() ? FormulaConverter.UNKNOWN : new Formula.Unary(ofOne, arguments.get(0));
        }
        BinaryOperator ofTwo = Functions.OF_TWO.get(name);
        if (ofTwo != null) {
            List<Formula> arguments = plain(call, 2, variables);
            return arguments.isEmpty()
                    ? FormulaConverter.UNKNOWN
                    : new Formula.Binary(ofTwo, arguments.get(0), arguments.get(1));
        }
        Optional<Declaration.Activation> activation = declarations.find(Declaration.Activation.class, name);
        if (activation.isEmpty()) {
            return unknown(call);
        }
        return open.contains(name) ? recursion(call) : expanded(activation.get(), call, variables);
    }

    /** The arguments of a function that takes {@code count}, none with a name; empty if there are more or fewer, which is reported. */
    private List<Formula> plain(Expression.Call call, int count, Map<String, Formula> variables) {
        List<Formula> arguments = call.arguments().stream()
                .map(argument -> converter.convert(argument.value(), variables))
                .toList();
        Optional<Argument> named = call.arguments().stream()
                .filter(argument -> argument.name().isPresent())
                .findFirst();
        named.flatMap(Argument::name).ifPresent(name -> unknownParameter(call, name.text(), name.span(), List.of()));
        if (named.isEmpty() && arguments.size() != count) {
            wrongCount(call, count == 1 ? "one value" : "two values", arguments.size(), count == 1 ? "(x)" : "(a, b)");
        }
        return named.isEmpty() && arguments.size() == count ? arguments : List.of();
    }

    private Formula expanded(Declaration.Activation activation, Expression.Call call, Map<String, Formula> variables) {
        Map<String, Formula> bound = bind(activation, call, variables);
        String name = activation.name().text();
        if (bound.isEmpty() || broken.contains(name)) {
            return FormulaConverter.UNKNOWN;
        }
        open.addLast(name);
        Formula body = converter.convert(activation.body(), bound);
        open.removeLast();
        if (body == FormulaConverter.UNKNOWN) {
            broken.add(name);
        }
        return body;
    }

    /** What the names of {@code activation} stand for in {@code call}; empty if something is wrong, which is reported. */
    private Map<String, Formula> bind(
            Declaration.Activation activation, Expression.Call call, Map<String, Formula> variables) {
        List<Argument> unnamed = call.arguments().stream()
                .filter(argument -> argument.name().isEmpty())
                .toList();
        if (unnamed.size() != 1) {
            wrongCount(call, "one value", unnamed.size(), usage(activation));
            return Map.of();
        }
        Map<String, Formula> bound = new LinkedHashMap<>();
        bound.put(activation.argument().text(), converter.convert(unnamed.get(0).value(), variables));
        Map<String, Formula> given = given(activation, call, variables);
        for (Declaration.Parameter parameter : activation.parameters()) {
            Formula value = given.get(parameter.name().text());
            bound.put(parameter.name().text(), value != null ? value : standard(parameter, call));
        }
        return bound;
    }

    private Map<String, Formula> given(
            Declaration.Activation activation, Expression.Call call, Map<String, Formula> variables) {
        List<String> names = activation.parameters().stream()
                .map(parameter -> parameter.name().text())
                .toList();
        Map<String, Formula> given = new LinkedHashMap<>();
        for (Argument argument : call.arguments()) {
            argument.name().ifPresent(name -> {
                Formula value = converter.convert(argument.value(), variables);
                if (!names.contains(name.text())) {
                    unknownParameter(call, name.text(), name.span(), names);
                } else if (given.put(name.text(), value) != null) {
                    diagnostics.report(Diagnostic.of(DiagnosticKind.REPEATED_ARGUMENT, argument.span(), name.text())
                            .withHelp("remove one of them"));
                }
            });
        }
        return given;
    }

    private Formula standard(Declaration.Parameter parameter, Expression.Call call) {
        String name = parameter.name().text();
        if (parameter.learn()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.NOT_SUPPORTED_YET,
                            call.span(),
                            "a trained parameter (`" + name + "`) inside another formula")
                    .withHelp("give it a value: " + name + ": 0.25"));
            return FormulaConverter.UNKNOWN;
        }
        if (parameter.defaultValue().isEmpty()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.MISSING_ARGUMENT,
                            call.span(),
                            call.callee().text(),
                            "`" + name + "`")
                    .withHelp("give it by its name: " + name + ": 1"));
            return FormulaConverter.UNKNOWN;
        }
        return constants
                .number(parameter.defaultValue().get())
                .map(Formula::constant)
                .orElse(FormulaConverter.UNKNOWN);
    }

    private Formula recursion(Expression.Call call) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.RECURSION, call.span(), call.callee().text())
                .withHelp("a formula must come to an end: write out what `"
                        + call.callee().text() + "` computes"));
        return FormulaConverter.UNKNOWN;
    }

    private Formula unknown(Expression.Call call) {
        String name = call.callee().text();
        Diagnostic unknown = Diagnostic.of(
                        DiagnosticKind.UNKNOWN_FUNCTION, call.callee().span(), name)
                .withHelp("functions: " + String.join(", ", Functions.names()));
        diagnostics.report(Suggestion.didYouMean(
                        name, Lists.concat(Functions.names(), declarations.names(Declaration.Activation.class)))
                .map(unknown::withNote)
                .orElse(unknown));
        return FormulaConverter.UNKNOWN;
    }

    private void unknownParameter(Expression.Call call, String name, Span span, List<String> names) {
        Diagnostic unknown = Diagnostic.of(
                        DiagnosticKind.UNKNOWN_ARGUMENT, span, call.callee().text(), name)
                .withHelp(names.isEmpty() ? "its values have no names" : "its parameters: " + String.join(", ", names));
        diagnostics.report(
                Suggestion.didYouMean(name, names).map(unknown::withNote).orElse(unknown));
    }

    private void wrongCount(Expression.Call call, String wanted, int found, String usage) {
        String are = found == 1 ? "is one" : found == 0 ? "is none" : "are " + found;
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.WRONG_ARGUMENT_COUNT,
                        call.span(),
                        call.callee().text(),
                        wanted,
                        are)
                .withHelp("it is written " + call.callee().text() + usage));
    }

    private static String usage(Declaration.Activation activation) {
        return activation.parameters().stream()
                .map(parameter -> ", " + parameter.name().text() + ": …")
                .collect(Collectors.joining("", "(x", ")"));
    }
}
