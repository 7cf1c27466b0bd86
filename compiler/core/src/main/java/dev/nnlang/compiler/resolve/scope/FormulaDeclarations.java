package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.model.Definition;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Training;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Activations and losses that are declared as formulas: checked once, made anew for each use with its arguments. */
public final class FormulaDeclarations {

    private final FormulaConverter converter;
    private final DeclaredSignatures signatures;
    private final Params params;
    private final ArgumentValues values;
    private final Diagnostics diagnostics;

    FormulaDeclarations(
            Declarations declarations,
            Params params,
            Constants constants,
            ArgumentValues values,
            Diagnostics diagnostics) {
        this.converter = new FormulaConverter(declarations, params, diagnostics);
        this.signatures = new DeclaredSignatures(constants);
        this.params = params;
        this.values = values;
        this.diagnostics = diagnostics;
    }

    /** Checks a declaration by itself, used or not. */
    public void check(Declaration.Activation activation) {
        List<Name> arguments = List.of(activation.argument());
        checkNames(arguments, activation.parameters());
        checkUsed(arguments, activation.parameters(), activation.body());
        activation.parameters().forEach(this::checkOwner);
        converter.convert(activation.body(), variables(arguments, activation.parameters(), Map.of()));
    }

    /** Checks a declaration by itself, used or not. */
    public void check(Declaration.Loss loss) {
        List<Name> arguments = List.of(loss.output(), loss.target());
        checkNames(arguments, loss.parameters());
        checkUsed(arguments, loss.parameters(), loss.body());
        loss.parameters().stream()
                .filter(Declaration.Parameter::learn)
                .forEach(parameter -> diagnostics.report(DiagnosticKind.MISPLACED_LEARN, parameter.span(), "loss"));
        converter.convert(loss.body(), variables(arguments, loss.parameters(), Map.of()));
    }

    /** What {@code activation} says, its parameters as variables. */
    public Definition define(Declaration.Activation activation) {
        List<Name> arguments = List.of(activation.argument());
        return new Definition(
                signatures.of(activation),
                activation.body().span().onOneLine(),
                Optional.of(function(arguments, activation.parameters(), activation.body())));
    }

    /** What {@code loss} says, its parameters as variables. */
    public Definition define(Declaration.Loss loss) {
        return new Definition(
                signatures.of(loss),
                loss.body().span().onOneLine(),
                Optional.of(function(List.of(loss.output(), loss.target()), loss.parameters(), loss.body())));
    }

    private Definition.Function function(
            List<Name> arguments, List<Declaration.Parameter> parameters, Expression body) {
        Formula formula = converter.convert(body, variables(arguments, parameters, Map.of()));
        return new Definition.Function(arguments.get(0).text(), formula);
    }

    /** The activation with the arguments of {@code call}; empty if they do not fit, which is reported. */
    public Optional<Layer.Activation> use(Declaration.Activation activation, Expression.Call call) {
        Signature signature = signatures.of(activation);
        return Arguments.bind(signature, call, values::of, diagnostics).map(bound -> {
            Map<String, Formula> variables = variables(List.of(activation.argument()), activation.parameters(), bound);
            return new Layer.Activation(
                    activation.name().text(),
                    activation.argument().text(),
                    converter.convert(activation.body(), variables),
                    learned(activation.parameters(), bound));
        });
    }

    /** The loss with the arguments of {@code call}; empty if they do not fit, which is reported. */
    public Optional<Training.Loss> use(Declaration.Loss loss, Expression.Call call) {
        Signature signature = signatures.of(loss);
        return Arguments.bind(signature, call, values::of, diagnostics).map(bound -> {
            Map<String, Formula> variables = variables(List.of(loss.output(), loss.target()), loss.parameters(), bound);
            return new Training.FormulaLoss(
                    loss.name().text(),
                    loss.output().text(),
                    loss.target().text(),
                    converter.convert(loss.body(), variables),
                    call.span());
        });
    }

    private static List<Layer.Learned> learned(List<Declaration.Parameter> parameters, Map<String, Object> bound) {
        return parameters.stream()
                .filter(Declaration.Parameter::learn)
                .map(parameter -> new Layer.Learned(
                        parameter.name().text(),
                        (double) bound.get(parameter.name().text()),
                        parameter.per().isPresent()))
                .toList();
    }

    /** Arguments and trained parameters stay variables; the others become the numbers that they are bound to. */
    private static Map<String, Formula> variables(
            List<Name> arguments, List<Declaration.Parameter> parameters, Map<String, Object> bound) {
        Map<String, Formula> variables = new LinkedHashMap<>();
        arguments.forEach(argument -> variables.put(argument.text(), Formula.variable(argument.text())));
        for (Declaration.Parameter parameter : parameters) {
            String name = parameter.name().text();
            boolean isNumber = !parameter.learn() && bound.get(name) instanceof Double;
            variables.put(name, isNumber ? Formula.constant((double) bound.get(name)) : Formula.variable(name));
        }
        return variables;
    }

    private void checkNames(List<Name> arguments, List<Declaration.Parameter> parameters) {
        Map<String, Name> seen = new LinkedHashMap<>();
        List<Name> names = Stream.concat(arguments.stream(), parameters.stream().map(Declaration.Parameter::name))
                .toList();
        for (Name name : names) {
            Name earlier = seen.putIfAbsent(name.text(), name);
            if (earlier != null) {
                diagnostics.report(Diagnostic.of(DiagnosticKind.REPEATED_NAME, name.span(), name.text())
                        .withSecondary(earlier.span(), "first declared here")
                        .withHelp("choose another name"));
            } else if (params.declares(name.text())) {
                diagnostics.report(DiagnosticKind.TAKEN_NAME, name.span(), name.text(), "a param of this file");
            }
        }
    }

    private void checkUsed(List<Name> arguments, List<Declaration.Parameter> parameters, Expression body) {
        Set<String> mentioned = ReferencedNames.of(body);
        Stream.concat(arguments.stream(), parameters.stream().map(Declaration.Parameter::name))
                .filter(name -> !mentioned.contains(name.text()))
                .forEach(name ->
                        diagnostics.report(DiagnosticKind.UNUSED_PARAMETER, name.span(), name.text(), "formula"));
    }

    private void checkOwner(Declaration.Parameter parameter) {
        parameter
                .per()
                .filter(owner -> !owner.text().equals("channel"))
                .ifPresent(owner -> diagnostics.report(DiagnosticKind.UNKNOWN_OWNER, owner.span(), owner.text()));
    }
}
