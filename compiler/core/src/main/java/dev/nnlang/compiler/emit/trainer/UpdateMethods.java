package dev.nnlang.compiler.emit.trainer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.emit.java.Comments;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.java.JavaFormula;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.emit.network.StepNumbers;
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

/** {@code updateSgd}, which goes through the weights that are not fused, and {@code sgd}, which goes through the elements of one. */
public final class UpdateMethods {

    private final Update update;
    private final Optimizer optimizer;
    private final Element element;
    private final StepNumbers numbers;
    private final boolean shared;

    /** @param shared whether threads share the steps */
    UpdateMethods(Update update, Element element, boolean shared) {
        this.shared = shared;
        this.update = update;
        this.optimizer = update.optimizer();
        this.element = element;
        this.numbers = new StepNumbers(optimizer, element);
    }

    /** The number of the step, where a rule depends on it. */
    List<FieldSpec> fields() {
        return optimizer.readsPerStep(Optimizer.STEP)
                ? List.of(FieldSpec.builder(TypeName.LONG, Optimizer.STEP)
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
        if (isEmpty()) {
            return List.of();
        }
        List<MethodSpec> methods = new ArrayList<>(List.of(allWeights()));
        optimizer.rules().stream().filter(this::isFollowed).map(this::oneWeight).forEach(methods::add);
        NormMethods norms = new NormMethods(update, element);
        if (optimizer.readsPerStep(Optimizer.GRADIENT_NORM)) {
            methods.addAll(norms.ofGradient());
        }
        optimizer.longest().ifPresent(longest -> methods.addAll(norms.limits(longest)));
        return methods;
    }

    /** Whether all weights are changed by steps of their own, and nothing is left to do. */
    private boolean isEmpty() {
        return update.unfused().isEmpty() && optimizer.longest().isEmpty();
    }

    private boolean isFollowed(UpdateRule rule) {
        return update.unfused().stream().anyMatch(each -> each.rule().equals(rule));
    }

    /** {@code updateSgd((float) rate, member); // iris.nn:21  sgd(…)}. */
    CodeBlock call() {
        if (isEmpty()) {
            return CodeBlock.of("");
        }
        String text = Comments.code(optimizer.span().onOneLine());
        return CodeBlock.of(
                "$L($L$L);  // $L  $L\n",
                methodName(),
                numbers.argument(),
                shared ? ", member" : "",
                Comments.where(optimizer.span()),
                text);
    }

    private String methodName() {
        return "update" + Names.capitalized(optimizer.name());
    }

    private MethodSpec allWeights() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(methodName())
                .addJavadoc("What {@code $L} does in a step, for every $Lparameter.", optimizer.name(), others())
                .addModifiers(Modifier.PRIVATE)
                .addParameter(numbers.parameter())
                .addParameters(member())
                .addCode(numbers.locals());
        for (Update.UpdatedWeight updated : update.unfused()) {
            method.addStatement("$L($L)", updated.rule().name(), String.join(", ", arguments(updated)));
        }
        if (shared) {
            method.addStatement("member.await()");
        }
        if (optimizer.longest().isPresent()) {
            method.addCode(shared ? byOne(NormMethods.calls(update)) : NormMethods.calls(update));
        }
        return method.build();
    }

    private static CodeBlock byOne(CodeBlock code) {
        return CodeBlock.builder()
                .beginControlFlow("if (member.number() == 0)")
                .add(code)
                .endControlFlow()
                .addStatement("member.await()")
                .build();
    }

    /** What a method takes besides where threads share the steps. */
    private List<ParameterSpec> member() {
        return shared
                ? List.of(ParameterSpec.builder(RuntimeNames.MEMBER, "member").build())
                : List.of();
    }

    private String others() {
        return update.fuses() ? "other " : "";
    }

    private List<String> arguments(Update.UpdatedWeight updated) {
        Stream<String> arrays = Stream.concat(
                Stream.of(updated.weight().name(), updated.gradient().name()),
                updated.rule().state().stream().map(updated.state()::get).map(Buffer::name));
        Stream<String> share = member().stream().map(ParameterSpec::name);
        return Stream.of(arrays, numbers.readBy(updated.rule()).stream(), share)
                .flatMap(each -> each)
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
        List<String> read = numbers.readBy(rule);
        read.forEach(number -> method.addParameter(element.type(), number));
        method.addParameters(member());
        if (shared) {
            method.addStatement("int end = member.to($L.length)", UpdateRule.WEIGHT);
            method.beginControlFlow("for (int i = member.from($L.length); i < end; i++)", UpdateRule.WEIGHT);
        } else {
            method.beginControlFlow("for (int i = 0; i < $L.length; i++)", UpdateRule.WEIGHT);
        }
        JavaFormula printer = new JavaFormula(
                element,
                name -> read.contains(name) || name.equals(UpdateRule.DIRECTION)
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
