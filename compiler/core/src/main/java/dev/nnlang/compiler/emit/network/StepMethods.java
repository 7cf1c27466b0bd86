package dev.nnlang.compiler.emit.network;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.emit.java.Comments;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.emit.plain.JavaNests;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.program.FormulaLine;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** A method for each step, and the calls of them. */
public final class StepMethods {

    private final JavaNests nests;
    /** What steps that change weights take besides; empty in a predictor. */
    private final Optional<StepNumbers> numbers;

    /** Those of a predictor. */
    public StepMethods(JavaNests nests) {
        this(nests, Optional.empty());
    }

    /** Those of a trainer. */
    public StepMethods(JavaNests nests, StepNumbers numbers) {
        this(nests, Optional.of(numbers));
    }

    private StepMethods(JavaNests nests, Optional<StepNumbers> numbers) {
        this.nests = nests;
        this.numbers = numbers;
    }

    public CodeBlock body(Step step) {
        CodeBlock code = step.nests().stream()
                .map(nest -> nest instanceof Nest.Call call
                        ? CodeBlock.of("$L($L);\n", call.method(), arguments(step))
                        : nests.print(nest))
                .collect(CodeBlock.joining(""));
        return numbersOf(step)
                .map(each -> CodeBlock.join(List.of(each.locals(), code), ""))
                .orElse(code);
    }

    private Optional<StepNumbers> numbersOf(Step step) {
        return numbers.filter(each -> step.phase() == Step.Phase.UPDATE);
    }

    public List<ParameterSpec> parameters(Step step) {
        return Stream.of(
                        Stream.of(ParameterSpec.builder(TypeName.INT, "rows").build()),
                        numbersOf(step).map(StepNumbers::parameter).stream(),
                        member().map(name ->
                                ParameterSpec.builder(RuntimeNames.MEMBER, name).build()))
                .flatMap(each -> each)
                .toList();
    }

    /** What else a method takes where threads share the steps. */
    private Stream<String> member() {
        return nests.isShared() ? Stream.of("member") : Stream.empty();
    }

    private String arguments(Step step) {
        return Stream.of(Stream.of("rows"), numbersOf(step).map(StepNumbers::argument).stream(), member())
                .flatMap(each -> each)
                .collect(Collectors.joining(", "));
    }

    /** The method of a step, and behind it those that it calls. */
    public List<MethodSpec> methods(Step step) {
        List<MethodSpec> methods = new ArrayList<>(List.of(method(step)));
        for (Nest nest : step.nests()) {
            if (nest instanceof Nest.Call call) {
                methods.add(MethodSpec.methodBuilder(call.method())
                        .addJavadoc("$L", lines(call.lines()))
                        .addModifiers(Modifier.PRIVATE)
                        .addParameters(parameters(step))
                        .addCode(nests.print(call.body()))
                        .build());
            }
        }
        return methods;
    }

    public MethodSpec method(Step step) {
        return method(step, body(step));
    }

    public MethodSpec method(Step step, CodeBlock body) {
        return declared(step).addParameters(parameters(step)).addCode(body).build();
    }

    /** The method of a step, still without parameters and body. */
    public MethodSpec.Builder declared(Step step) {
        return MethodSpec.methodBuilder(step.name()).addJavadoc("$L", javadoc(step));
    }

    private static String javadoc(Step step) {
        if (step.nests().stream().anyMatch(Nest.Call.class::isInstance)) {
            return heading(step) + ".";
        }
        String formulas = lines(step.formulas());
        return step.formulas().size() == 1 ? formulas : heading(step) + ":<br>\n" + formulas;
    }

    private static String lines(List<FormulaLine> lines) {
        return lines.stream()
                .map(line -> "{@code " + Comments.code(line.text()) + "}")
                .collect(Collectors.joining("<br>\n"));
    }

    /** {@code dense(16) -> tanh, iris.nn:14}. */
    public static String heading(Step step) {
        return "{@code " + layers(step) + "}, " + where(step) + Comments.javadoc(block(step, Origin::within));
    }

    /** {@code dense(16) -> tanh}. */
    public static String layers(Step step) {
        return step.layers().stream()
                .map(origin -> Comments.code(origin.text()))
                .collect(Collectors.joining(" -> "));
    }

    /** The block that all of a step stands in; a step that goes beyond one names none. */
    private static String block(Step step, Function<Origin, String> within) {
        List<String> blocks = step.layers().stream().map(within).distinct().toList();
        return blocks.size() == 1 ? blocks.get(0) : "";
    }

    private static String where(Step step) {
        return step.layers().stream()
                .map(origin -> Comments.where(origin.span()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** {@code forwardDense1(rows, member); // iris.nn:14  dense(16) -> tanh} for each step. */
    public CodeBlock calls(List<Step> steps) {
        return calls(steps, this::arguments);
    }

    public static CodeBlock calls(List<Step> steps, Function<Step, String> arguments) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<String> calls = steps.stream()
                .map(step -> step.name() + "(" + arguments.apply(step) + ");")
                .toList();
        int width = calls.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String gap = " ".repeat(width - calls.get(i).length() + 2);
            String comment = where(step) + "  " + layers(step) + Comments.code(block(step, Origin::withinNetwork));
            code.add("$L$L// $L\n", calls.get(i), gap, comment);
        }
        return code.build();
    }
}
