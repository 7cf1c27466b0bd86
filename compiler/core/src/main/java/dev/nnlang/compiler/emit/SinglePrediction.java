package dev.nnlang.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Buffer;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The prediction of a network with one output: the label and the probability, or the score, of each, or the number of a regression. */
final class SinglePrediction implements PredictionClass {

    private final Column target;
    private final Names names;
    private final boolean scores;
    private final ClassName name;

    SinglePrediction(Network.Output output, ClassName name, Names names) {
        this.target = output.target();
        this.scores = output.givesScores();
        this.name = name;
        this.names = names;
    }

    @Override
    public TypeSpec type() {
        return target.kind() instanceof Column.OneOf ? ofLabels() : ofNumbers();
    }

    private TypeSpec ofLabels() {
        ClassName labels = names.labels(target);
        String value = scores ? "score" : "probability";
        String values = scores ? "scores" : "probabilities";
        return TypeSpec.classBuilder(name)
                .addJavadoc("What the network says of one row. Immutable.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addField(float[].class, values, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(float[].class, values)
                        .addStatement("this.$1L = $1L", values)
                        .build())
                .addMethod(MethodSpec.methodBuilder(target.name())
                        .addJavadoc("The value with the highest $L; the first of equals.", value)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(labels)
                        .addStatement("int best = 0")
                        .beginControlFlow("for (int i = 1; i < $L.length; i++)", values)
                        .addStatement("best = $1L[i] > $1L[best] ? i : best", values)
                        .endControlFlow()
                        .addStatement("return $T.values()[best]", labels)
                        .build())
                .addMethod(MethodSpec.methodBuilder(value)
                        .addJavadoc(
                                scores
                                        ? "Of any size; only their order counts."
                                        : "Between 0 and 1; those of all values add up to 1.")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(TypeName.FLOAT)
                        .addParameter(labels, "value")
                        .addStatement("return $L[value.ordinal()]", values)
                        .build())
                .addMethod(MethodSpec.methodBuilder("toString")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addStatement("return $1L() + $2S + $3L($1L())", target.name(), " ", value)
                        .build())
                .build();
    }

    private TypeSpec ofNumbers() {
        ParameterSpec component = ParameterSpec.builder(number(), target.name()).build();
        return TypeSpec.recordBuilder(name)
                .addJavadoc("What the network says of one row.\n\n@param $L in the data's own units", target.name())
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(
                        MethodSpec.constructorBuilder().addParameter(component).build())
                .build();
    }

    /** What is predicted, which need not be whole. */
    private TypeName number() {
        return target.kind().features() > 1 ? ArrayTypeName.of(TypeName.FLOAT) : TypeName.FLOAT;
    }

    @Override
    public List<MethodSpec> reading(List<Buffer> outputs, BufferCode buffers) {
        return List.of(reading(outputs.get(0), buffers.width(outputs.get(0))));
    }

    private MethodSpec reading(Buffer output, String width) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("prediction").returns(name).addParameter(TypeName.INT, "n");
        if (target.kind() instanceof Column.OneOf) {
            return method.addStatement(
                            "return new $T($T.copyOfRange($L, n * $L, (n + 1) * $L))",
                            name,
                            Arrays.class,
                            output.name(),
                            width,
                            width)
                    .build();
        }
        if (output.shape().size() == 1) {
            CodeBlock value = CodeBlock.of("$L[n]", output.name());
            return method.addStatement("return new $T($L)", name, PreprocessingCode.inverted(target, value, "0"))
                    .build();
        }
        CodeBlock value = CodeBlock.of("$L[n * $L + i]", output.name(), width);
        return method.addStatement("float[] values = new float[$L]", width)
                .beginControlFlow("for (int i = 0; i < $L; i++)", width)
                .addStatement("values[i] = $L", PreprocessingCode.inverted(target, value, "i"))
                .endControlFlow()
                .addStatement("return new $T(values)", name)
                .build();
    }
}
