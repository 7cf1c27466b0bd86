package dev.nnlang.compiler.emit.trainer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.graph.Optimizer;
import dev.nnlang.compiler.program.Update;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods that measure how long vectors of gradients and weights are. Lengths are summed in double. */
public final class NormMethods {

    private final Update update;
    private final Element element;
    private final String widened;

    NormMethods(Update update, Element element) {
        this.update = update;
        this.element = element;
        this.widened = element == Element.FLOAT ? "(double) " : "";
    }

    /** {@code gradientNorm}, over all parameters, and the sum that it takes of each. */
    List<MethodSpec> ofGradient() {
        CodeBlock terms = update.weights().stream()
                .map(each -> CodeBlock.of("sumOfSquares($L)", each.gradient().name()))
                .collect(CodeBlock.joining("\n+ "));
        return List.of(
                MethodSpec.methodBuilder(Optimizer.GRADIENT_NORM)
                        .addJavadoc("The length of the gradient of all parameters together.")
                        .addModifiers(Modifier.PRIVATE)
                        .returns(TypeName.DOUBLE)
                        .addStatement("return Math.sqrt($L)", terms)
                        .build(),
                MethodSpec.methodBuilder("sumOfSquares")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(TypeName.DOUBLE)
                        .addParameter(element.array(), "values")
                        .addStatement("double sum = 0")
                        .beginControlFlow("for ($T value : values)", element.type())
                        .addStatement("sum += $Lvalue * value", widened)
                        .endControlFlow()
                        .addStatement("return sum")
                        .build());
    }

    /** {@code limitNorms(dense1Weight, 16);} for each weight that leads to units. */
    static CodeBlock calls(Update update) {
        return update.weights().stream()
                .filter(Update.UpdatedWeight::kernel)
                .map(Update.UpdatedWeight::weight)
                .map(weight -> CodeBlock.of(
                        "limitNorms($L, $L);\n",
                        weight.name(),
                        weight.shape().last().size()))
                .collect(CodeBlock.joining(""));
    }

    /** {@code limitNorms}, which shortens what has grown too long. */
    List<MethodSpec> limits(double longest) {
        return List.of(MethodSpec.methodBuilder("limitNorms")
                .addJavadoc("Shortens the weights that lead to a unit, if their vector is longer than $L.", longest)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(element.array(), "w")
                .addParameter(TypeName.INT, "units")
                .beginControlFlow("for (int j = 0; j < units; j++)")
                .addStatement("double sum = 0")
                .beginControlFlow("for (int i = j; i < w.length; i += units)")
                .addStatement("sum += $Lw[i] * w[i]", widened)
                .endControlFlow()
                .addStatement("double factor = Math.min(1, $L / Math.sqrt(sum))", longest)
                .beginControlFlow("for (int i = j; i < w.length; i += units)")
                .addStatement("w[i] = $L", element == Element.FLOAT ? "(float) (factor * w[i])" : "factor * w[i]")
                .endControlFlow()
                .endControlFlow()
                .build());
    }
}
