package dev.nnlang.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.Optimizer;
import dev.nnlang.compiler.graph.UpdateRule;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** {@code updateSgd}, which goes through the weights, and {@code sgd}, which goes through the elements of one. */
final class UpdateMethods {

    private final Update update;
    private final Optimizer optimizer;
    private final Element element;

    UpdateMethods(Update update, Element element) {
        this.update = update;
        this.optimizer = update.optimizer();
        this.element = element;
    }

    /** The number of the step, where a rule depends on it. */
    List<FieldSpec> fields() {
        return optimizer.readsPerStep(Optimizer.STEP)
                ? List.of(FieldSpec.builder(TypeName.LONG, Optimizer.STEP, Modifier.PRIVATE)
                        .addJavadoc("the number of the next step")
                        .initializer("1")
                        .build())
                : List.of();
    }

    /** What changes from step to step. */
    CodeBlock next() {
        return optimizer.readsPerStep(Optimizer.STEP) ? CodeBlock.of("$L++;\n", Optimizer.STEP) : CodeBlock.of("");
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>(List.of(allWeights()));
        optimizer.rules().stream().filter(this::isFollowed).map(this::oneWeight).forEach(methods::add);
        NormMethods norms = new NormMethods(update, element);
        if (optimizer.readsPerStep(Optimizer.GRADIENT_NORM)) {
            methods.addAll(norms.ofGradient());
        }
        optimizer.longest().ifPresent(longest -> methods.addAll(norms.limits(longest)));
        return methods;
    }

    private boolean isFollowed(UpdateRule rule) {
        return update.weights().stream().anyMatch(each -> each.rule().equals(rule));
    }

    /** {@code updateSgd((float) rate, member); // iris.nn:21  sgd(…)}. */
    CodeBlock call() {
        String text = Comments.code(optimizer.span().onOneLine());
        boolean rounded = element == Element.FLOAT && !takesDouble();
        return CodeBlock.of(
                "$L($L, member);  // $L  $L\n",
                methodName(),
                rounded ? "(float) rate" : "rate",
                Comments.where(optimizer.span()),
                text);
    }

    private String methodName() {
        return "update" + Names.capitalized(optimizer.name());
    }

    /** What is computed from the rate is rounded only afterwards. */
    private boolean takesDouble() {
        return optimizer.readsPerStep(Optimizer.RATE);
    }

    private MethodSpec allWeights() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(methodName())
                .addJavadoc("What {@code $L} does in a step, for every parameter.", optimizer.name())
                .addModifiers(Modifier.PRIVATE)
                .addParameter(takesDouble() ? TypeName.DOUBLE : element.type(), Optimizer.RATE)
                .addParameter(Names.MEMBER, "member");
        optimizer.perStep().forEach((name, formula) -> method.addStatement(perStep(name, formula)));
        for (Update.UpdatedWeight updated : update.weights()) {
            method.addStatement("$L($L)", updated.rule().name(), String.join(", ", arguments(updated)));
        }
        method.addStatement("member.await()");
        if (optimizer.longest().isPresent()) {
            method.beginControlFlow("if (member.number() == 0)")
                    .addCode(NormMethods.calls(update))
                    .endControlFlow()
                    .addStatement("member.await()");
        }
        return method.build();
    }

    private CodeBlock perStep(String name, Formula formula) {
        JavaFormula printer = new JavaFormula(Element.DOUBLE, UpdateMethods::perStepVariable);
        return element == Element.FLOAT
                ? CodeBlock.of("float $L = (float) $L", name, printer.printCast(formula))
                : CodeBlock.of("double $L = $L", name, printer.print(formula));
    }

    private static CodeBlock perStepVariable(String name) {
        return name.equals(Optimizer.GRADIENT_NORM) ? CodeBlock.of("$L()", name) : CodeBlock.of("$L", name);
    }

    private List<String> arguments(Update.UpdatedWeight updated) {
        Stream<String> arrays = Stream.concat(
                Stream.of(updated.weight().name(), updated.gradient().name()),
                updated.rule().state().stream().map(updated.state()::get).map(Buffer::name));
        Stream<String> share = Stream.of("member");
        return Stream.of(arrays, numbers(updated.rule()).stream(), share)
                .flatMap(each -> each)
                .toList();
    }

    /** What a rule reads that is the same for all elements. */
    private List<String> numbers(UpdateRule rule) {
        return Stream.concat(Stream.of(Optimizer.RATE), optimizer.perStep().keySet().stream())
                .filter(rule::reads)
                .toList();
    }

    private static String doc(UpdateRule rule) {
        return rule.lines().stream()
                .map(line -> "{@code " + Comments.code(line) + "}")
                .collect(Collectors.joining("<br>\n"));
    }

    private MethodSpec oneWeight(UpdateRule rule) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(rule.name())
                .addJavadoc("$L", doc(rule))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(element.array(), UpdateRule.WEIGHT)
                .addParameter(element.array(), UpdateRule.GRADIENT);
        rule.state().forEach(variable -> method.addParameter(element.array(), variable));
        List<String> numbers = numbers(rule);
        numbers.forEach(number -> method.addParameter(element.type(), number));
        method.addParameter(Names.MEMBER, "member");
        method.addStatement("int to = member.to($L.length, Member.LINE)", UpdateRule.WEIGHT);
        method.beginControlFlow("for (int i = member.from($L.length, Member.LINE); i < to; i++)", UpdateRule.WEIGHT);
        JavaFormula printer = new JavaFormula(
                element,
                name -> numbers.contains(name) || name.equals(UpdateRule.DIRECTION)
                        ? CodeBlock.of("$L", name)
                        : CodeBlock.of("$L[i]", name));
        if (rule.shapesGradient()) {
            method.addStatement("$T $L = $L", element.type(), UpdateRule.DIRECTION, printer.print(rule.direction()));
        }
        for (Map.Entry<String, Formula> assignment : rule.assignments().entrySet()) {
            method.addStatement("$L[i] = $L", assignment.getKey(), printer.print(assignment.getValue()));
        }
        return method.endControlFlow().build();
    }
}
