package dev.nnlang.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The prediction of a network with several outputs: for each target its label, and the probability or the score of each, or its number. */
record JointPrediction(List<Network.Output> outputs, ClassName name, Names names) implements PredictionClass {

    @Override
    public TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("What the network says of one row. Immutable.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        for (Network.Output output : outputs) {
            String target = output.target().name();
            type.addField(field(output));
            constructor.addParameter(kept(output), target).addStatement("this.$1L = $1L", target);
        }
        type.addMethod(constructor.build());
        outputs.forEach(output -> accessors(output).forEach(type::addMethod));
        return type.addMethod(text()).build();
    }

    private static FieldSpec field(Network.Output output) {
        FieldSpec.Builder field =
                FieldSpec.builder(kept(output), output.target().name(), Modifier.PRIVATE, Modifier.FINAL);
        return isOfLabels(output)
                ? field.addJavadoc("the $L of each value", figure(output)).build()
                : field.build();
    }

    private static boolean isOfLabels(Network.Output output) {
        return output.target().kind() instanceof Column.OneOf;
    }

    /** What the labels are chosen by. */
    private static String figure(Network.Output output) {
        return output.givesScores() ? "score" : "probability";
    }

    /** The type that an output is kept as: numbers need not be whole. */
    private static TypeName kept(Network.Output output) {
        return isOfLabels(output) || output.target().kind().features() > 1
                ? ArrayTypeName.of(TypeName.FLOAT)
                : TypeName.FLOAT;
    }

    private List<MethodSpec> accessors(Network.Output output) {
        String target = output.target().name();
        if (!isOfLabels(output)) {
            return List.of(MethodSpec.methodBuilder(target)
                    .addJavadoc("In the data's own units.")
                    .addModifiers(Modifier.PUBLIC)
                    .returns(kept(output))
                    .addStatement(output.target().kind().features() > 1 ? "return $L.clone()" : "return $L", target)
                    .build());
        }
        ClassName labels = names.labels(output.target());
        return List.of(label(output, labels), figure(output, labels));
    }

    private static MethodSpec label(Network.Output output, ClassName labels) {
        String target = output.target().name();
        return MethodSpec.methodBuilder(target)
                .addJavadoc("The value with the highest $L; the first of equals.", figure(output))
                .addModifiers(Modifier.PUBLIC)
                .returns(labels)
                .addStatement("int best = 0")
                .beginControlFlow("for (int i = 1; i < this.$L.length; i++)", target)
                .addStatement("best = this.$1L[i] > this.$1L[best] ? i : best", target)
                .endControlFlow()
                .addStatement("return $T.values()[best]", labels)
                .build();
    }

    private static MethodSpec figure(Network.Output output, ClassName labels) {
        return MethodSpec.methodBuilder(figure(output))
                .addJavadoc(
                        output.givesScores()
                                ? "Of any size; only their order counts."
                                : "Between 0 and 1; those of all values add up to 1.")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.FLOAT)
                .addParameter(labels, "value")
                .addStatement("return this.$L[value.ordinal()]", output.target().name())
                .build();
    }

    /** {@code price 1200.0, kind villa 0.9}. */
    private MethodSpec text() {
        List<CodeBlock> parts = new ArrayList<>();
        for (Network.Output output : outputs) {
            String title = (parts.isEmpty() ? "" : ", ") + output.target().name() + " ";
            parts.add(CodeBlock.of("$S + $L", title, shown(output)));
        }
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $L", CodeBlock.join(parts, " + "))
                .build();
    }

    private static CodeBlock shown(Network.Output output) {
        String target = output.target().name();
        if (isOfLabels(output)) {
            return CodeBlock.of("$1L() + $2S + $3L($1L())", target, " ", figure(output));
        }
        return output.target().kind().features() > 1
                // In full: a target may be called Arrays.
                ? CodeBlock.of("java.util.Arrays.toString($L)", target)
                : CodeBlock.of("$L", target);
    }

    @Override
    public List<MethodSpec> reading(List<Buffer> buffersOfOutputs, BufferCode buffers) {
        List<MethodSpec> methods = new ArrayList<>();
        List<CodeBlock> arguments = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Buffer buffer = buffersOfOutputs.get(i);
            MethodSpec reading = reading(outputs.get(i), buffer, buffers.width(buffer));
            methods.add(reading);
            arguments.add(CodeBlock.of("$L(n)", reading.name()));
        }
        methods.add(
                0,
                MethodSpec.methodBuilder("prediction")
                        .returns(name)
                        .addParameter(TypeName.INT, "n")
                        .addStatement("return new $T($L)", name, CodeBlock.join(arguments, ", "))
                        .build());
        return methods;
    }

    /** {@code private float priceOf(int n)}. */
    private static MethodSpec reading(Network.Output output, Buffer buffer, String width) {
        Column target = output.target();
        MethodSpec.Builder method = MethodSpec.methodBuilder(target.name() + "Of")
                .addModifiers(Modifier.PRIVATE)
                .returns(kept(output))
                .addParameter(TypeName.INT, "n");
        if (isOfLabels(output)) {
            return method.addStatement(
                            "return $1T.copyOfRange($2L, n * $3L, (n + 1) * $3L)", Arrays.class, buffer.name(), width)
                    .build();
        }
        if (target.kind().features() == 1) {
            CodeBlock value = CodeBlock.of("$L[n]", buffer.name());
            return method.addStatement("return $L", PreprocessingCode.inverted(target, value, "0"))
                    .build();
        }
        CodeBlock value = CodeBlock.of("$L[n * $L + i]", buffer.name(), width);
        return method.addStatement("float[] values = new float[$L]", width)
                .beginControlFlow("for (int i = 0; i < $L; i++)", width)
                .addStatement("values[i] = $L", PreprocessingCode.inverted(target, value, "i"))
                .endControlFlow()
                .addStatement("return values")
                .build();
    }
}
