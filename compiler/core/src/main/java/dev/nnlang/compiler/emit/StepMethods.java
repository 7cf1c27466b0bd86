package dev.nnlang.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.program.Step;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A method for each step, and the calls of them. */
final class StepMethods {

    private final JavaNests nests;

    StepMethods(JavaNests nests) {
        this.nests = nests;
    }

    CodeBlock body(Step step) {
        return nests.print(step.nests());
    }

    MethodSpec method(Step step) {
        return method(step, body(step));
    }

    MethodSpec method(Step step, CodeBlock body) {
        return declared(step)
                .addParameter(TypeName.INT, "rows")
                .addParameter(Names.MEMBER, "member")
                .addCode(body)
                .build();
    }

    /** The method of a step, still without parameters and body. */
    MethodSpec.Builder declared(Step step) {
        return MethodSpec.methodBuilder(step.name()).addJavadoc("$L", javadoc(step));
    }

    private static String javadoc(Step step) {
        String formulas = step.formulas().stream()
                .map(formula -> "{@code " + Comments.code(formula) + "}")
                .collect(Collectors.joining("<br>\n"));
        return step.formulas().size() == 1 ? formulas : heading(step) + ":<br>\n" + formulas;
    }

    /** {@code dense(16) -> tanh, iris.nn:14}. */
    static String heading(Step step) {
        return "{@code " + layers(step) + "}, " + where(step) + Comments.javadoc(block(step, Origin::within));
    }

    /** {@code dense(16) -> tanh}. */
    static String layers(Step step) {
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
    static CodeBlock calls(List<Step> steps) {
        return calls(steps, "rows, member");
    }

    static CodeBlock calls(List<Step> steps, String arguments) {
        CodeBlock.Builder code = CodeBlock.builder();
        int width = steps.stream().mapToInt(step -> step.name().length()).max().orElse(0);
        for (Step step : steps) {
            String gap = " ".repeat(width - step.name().length() + 2);
            String comment = where(step) + "  " + layers(step) + Comments.code(block(step, Origin::withinNetwork));
            code.add("$L($L);$L// $L\n", step.name(), arguments, gap, comment);
        }
        return code.build();
    }
}
