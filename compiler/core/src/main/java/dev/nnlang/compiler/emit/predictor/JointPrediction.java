package dev.nnlang.compiler.emit.predictor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.emit.network.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The prediction of a network with several outputs: for each target its label, and the probability or the score of each, or its number. Each
 * field's name ends in what it holds, so that {@code kindLabel} of a target {@code kind} and a number called {@code kindLabel} are two.
 */
public record JointPrediction(List<OutputCode> outputs, ClassName name, WorkspaceClass workspace)
        implements PredictionClass {

    @Override
    public TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("What the network says of one row. Immutable.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        MethodSpec.Builder constructor = workspace.constructor();
        for (OutputCode output : outputs) {
            type.addField(field(output.isLabel() ? output.labels() : output.number(), value(output)));
            constructor.addStatement("$L = $L", value(output), workspace.value(output));
            if (output.isLabel()) {
                type.addField(field(TypeName.get(float[].class), figures(output)));
                constructor.addStatement("$L = $L", figures(output), workspace.figures(output));
            }
        }
        type.addMethod(constructor.build());
        outputs.forEach(output -> accessors(output).forEach(type::addMethod));
        return type.addMethod(text()).build();
    }

    private static FieldSpec field(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build();
    }

    /** The field of the label, the number or the numbers. */
    private static String value(OutputCode output) {
        if (output.isLabel()) {
            return output.name() + "Label";
        }
        return output.name() + (output.isVector() ? "Numbers" : "Number");
    }

    private static String figures(OutputCode output) {
        return output.name() + Names.capitalized(output.figures());
    }

    private static List<MethodSpec> accessors(OutputCode output) {
        if (!output.isLabel()) {
            return List.of(MethodSpec.methodBuilder(output.name())
                    .addJavadoc("In the data's own units.")
                    .addModifiers(Modifier.PUBLIC)
                    .returns(output.number())
                    .addStatement(output.isVector() ? "return $L.clone()" : "return $L", value(output))
                    .build());
        }
        return List.of(
                MethodSpec.methodBuilder(output.name())
                        .addJavadoc("$L", output.labelDoc())
                        .addModifiers(Modifier.PUBLIC)
                        .returns(output.labels())
                        .addStatement("return $L", value(output))
                        .build(),
                MethodSpec.methodBuilder(output.figure())
                        .addJavadoc("$L", output.figureDoc())
                        .addModifiers(Modifier.PUBLIC)
                        .returns(TypeName.FLOAT)
                        .addParameter(output.labels(), "value")
                        .addStatement("return $L[value.ordinal()]", figures(output))
                        .build());
    }

    /** {@code price 1200.0, kind villa 0.9}. */
    private MethodSpec text() {
        List<CodeBlock> parts = new ArrayList<>();
        for (OutputCode output : outputs) {
            String title = (parts.isEmpty() ? "" : ", ") + output.name() + " ";
            parts.add(CodeBlock.of("$S + $L", title, shown(output)));
        }
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $L", CodeBlock.join(parts, " + "))
                .build();
    }

    private static CodeBlock shown(OutputCode output) {
        String value = value(output);
        if (output.isLabel()) {
            return CodeBlock.of("$1L + $2S + $3L($1L)", value, " ", output.figure());
        }
        return output.isVector() ? CodeBlock.of("$T.toString($L)", Arrays.class, value) : CodeBlock.of("$L", value);
    }
}
