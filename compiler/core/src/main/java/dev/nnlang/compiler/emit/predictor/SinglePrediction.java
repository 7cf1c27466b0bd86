package dev.nnlang.compiler.emit.predictor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The prediction of a network with one output: the label and the probability, or the score, of each, or the number of a regression. */
public record SinglePrediction(OutputCode output, ClassName name, WorkspaceClass workspace) implements PredictionClass {

    @Override
    public TypeSpec type() {
        return output.isLabel() ? ofLabels() : ofNumbers();
    }

    private TypeSpec ofLabels() {
        String figure = output.figure();
        String figures = output.figures();
        return TypeSpec.classBuilder(name)
                .addJavadoc("What the network says of one row. Immutable.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addField(output.labels(), "label", Modifier.PRIVATE, Modifier.FINAL)
                .addField(float[].class, figures, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(workspace
                        .constructor()
                        .addStatement("label = $L", workspace.value(output))
                        .addStatement("$L = $L", figures, workspace.figures(output))
                        .build())
                .addMethod(MethodSpec.methodBuilder(output.name())
                        .addJavadoc("$L", output.labelDoc())
                        .addModifiers(Modifier.PUBLIC)
                        .returns(output.labels())
                        .addStatement("return label")
                        .build())
                .addMethod(MethodSpec.methodBuilder(figure)
                        .addJavadoc("$L", output.figureDoc())
                        .addModifiers(Modifier.PUBLIC)
                        .returns(TypeName.FLOAT)
                        .addParameter(output.labels(), "value")
                        .addStatement("return $L[value.ordinal()]", figures)
                        .build())
                .addMethod(MethodSpec.methodBuilder("toString")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addStatement("return label + $S + $L(label)", " ", figure)
                        .build())
                .build();
    }

    private TypeSpec ofNumbers() {
        ParameterSpec component =
                ParameterSpec.builder(output.number(), output.name()).build();
        return TypeSpec.recordBuilder(name)
                .addJavadoc("What the network says of one row.\n\n@param $L in the data's own units", output.name())
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(
                        MethodSpec.constructorBuilder().addParameter(component).build())
                .addMethod(workspace
                        .constructor()
                        .addStatement("this($L)", workspace.value(output))
                        .build())
                .build();
    }
}
