package dev.nnlang.compiler.emit.predictor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.emit.network.BufferCode;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.model.DataSet;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * {@code Iris.Workspace}: a pass that is used over and over, and its outputs, read without an object. All predictions are made in one, those
 * of {@code Iris.predict} too.
 */
public record WorkspaceClass(
        ClassName predictor, DataSet data, List<OutputCode> outputs, BufferCode buffers, Names names) {

    static final String PASS = "Pass";

    private static final ParameterSpec PLACE =
            ParameterSpec.builder(TypeName.INT, "i").build();

    private ClassName name() {
        return predictor.nestedClass("Workspace");
    }

    /** {@code workspace}: how a caller gets one. */
    MethodSpec factory() {
        return MethodSpec.methodBuilder("workspace")
                .addJavadoc(
                        "Room for one thread to predict in without allocating anything.\n\n"
                                + "@param most how many rows can be predicted at once; above $L, more gain nothing",
                        PredictorClass.CHUNK)
                .addModifiers(Modifier.PUBLIC)
                .returns(name())
                .addParameter(TypeName.INT, "most")
                .beginControlFlow("if (most < 1)")
                .addStatement(
                        "throw new IllegalArgumentException($S + most)",
                        "a workspace has room for at least 1 row, not ")
                .endControlFlow()
                .addStatement("return new $T(most)", name())
                .build();
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name())
                .addJavadoc(
                        "Predicts again and again in the same arrays. What it says of the rows that were predicted last "
                                + "is read by their place, from 0. One for each thread: not safe to share.")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(predictor.nestedClass(PASS), "pass", Modifier.PRIVATE, Modifier.FINAL)
                .addField(TypeName.INT, "most", Modifier.PRIVATE, Modifier.FINAL);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(TypeName.INT, "most")
                .addStatement("this.most = most")
                .addStatement("pass = template.sized(most)");
        outputs.stream().filter(OutputCode::isLabel).forEach(output -> {
            type.addField(ArrayTypeName.of(output.labels()), labelsOf(output), Modifier.PRIVATE, Modifier.FINAL);
            constructor.addStatement("$L = $T.values()", labelsOf(output), output.labels());
        });
        type.addField(FieldSpec.builder(TypeName.INT, "count", Modifier.PRIVATE)
                .addJavadoc("how many rows were predicted last")
                .build());
        type.addMethod(constructor.build()).addMethod(predictOne()).addMethod(predictAll());
        outputs.forEach(output -> accessors(output).forEach(type::addMethod));
        return type.build();
    }

    /** The field that keeps an enum's values: the enum itself makes a new array of them each time that it is asked. */
    private static String labelsOf(OutputCode output) {
        return output.name() + "Labels";
    }

    private MethodSpec predictOne() {
        return MethodSpec.methodBuilder("predict")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(names.row(data), "row")
                .addStatement("count = 0")
                .addStatement("pass.read(row, 0)")
                .addStatement("pass.run(1)")
                .addStatement("count = 1")
                .build();
    }

    private MethodSpec predictAll() {
        return MethodSpec.methodBuilder("predict")
                .addJavadoc(
                        "Predicts all rows at once.\n\n@throws IllegalArgumentException if there is no room for so many")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeNames.listOf(names.row(data)), "rows")
                .beginControlFlow("if (rows.size() > most)")
                .addStatement(
                        "throw new IllegalArgumentException($S + most + $S + rows.size())",
                        "there is room for ",
                        " rows, not ")
                .endControlFlow()
                .addStatement("count = 0")
                .beginControlFlow("for (int i = 0; i < rows.size(); i++)")
                .addStatement("pass.read(rows.get(i), i)")
                .endControlFlow()
                .addStatement("pass.run(rows.size())")
                .addStatement("count = rows.size()")
                .build();
    }

    private List<MethodSpec> accessors(OutputCode output) {
        if (output.isLabel()) {
            return List.of(label(output), figure(output));
        }
        return output.isVector() ? List.of(element(output), elements(output)) : List.of(number(output));
    }

    private MethodSpec label(OutputCode output) {
        return accessor(output.name(), output.labelDoc(), output.labels())
                .addStatement("int first = $L", row(output))
                .addStatement("int best = 0")
                .beginControlFlow("for (int j = 1; j < $L; j++)", width(output))
                .addStatement(
                        "best = pass.$1L[first + j] > pass.$1L[first + best] ? j : best",
                        output.buffer().name())
                .endControlFlow()
                .addStatement("return $L[best]", labelsOf(output))
                .build();
    }

    private MethodSpec figure(OutputCode output) {
        return accessor(output.figure(), output.figureDoc(), TypeName.FLOAT)
                .addParameter(output.labels(), "value")
                .addStatement(
                        "return pass.$L[$L + value.ordinal()]", output.buffer().name(), row(output))
                .build();
    }

    private MethodSpec number(OutputCode output) {
        CodeBlock value = CodeBlock.of("pass.$L[$L]", output.buffer().name(), place());
        return accessor(output.name(), "In the data's own units.", TypeName.DOUBLE)
                .addStatement("return $L", PreprocessingCode.inverted(output.target(), value, "0"))
                .build();
    }

    private MethodSpec element(OutputCode output) {
        CodeBlock index = CodeBlock.of("$L + $T.checkIndex(element, $L)", row(output), Objects.class, width(output));
        CodeBlock value = CodeBlock.of("pass.$L[$L]", output.buffer().name(), index);
        return accessor(output.name(), "One of several numbers, in the data's own units.", TypeName.DOUBLE)
                .addParameter(TypeName.INT, "element")
                .addStatement("return $L", PreprocessingCode.inverted(output.target(), value, "element"))
                .build();
    }

    private MethodSpec elements(OutputCode output) {
        return MethodSpec.methodBuilder(output.name())
                .addModifiers(Modifier.PRIVATE)
                .returns(output.number())
                .addParameter(PLACE)
                .addStatement("double[] values = new double[$L]", width(output))
                .beginControlFlow("for (int element = 0; element < values.length; element++)")
                .addStatement("values[element] = $L(i, element)", output.name())
                .endControlFlow()
                .addStatement("return values")
                .build();
    }

    private static MethodSpec.Builder accessor(String name, String doc, TypeName type) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("$L", doc)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addParameter(PLACE);
    }

    /** A row that was predicted by an earlier call is none of this one's. */
    private static CodeBlock place() {
        return CodeBlock.of("$T.checkIndex(i, count)", Objects.class);
    }

    /** Where row {@code i} of an output begins. */
    private CodeBlock row(OutputCode output) {
        return CodeBlock.of("$L * $L", place(), width(output));
    }

    private String width(OutputCode output) {
        return buffers.width(output.buffer(), PASS + ".");
    }

    /** The constructor of a prediction, which takes row {@code i} out of a workspace. */
    MethodSpec.Builder constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(name(), "workspace")
                .addParameter(PLACE);
    }

    /** In such a constructor: the label, the number or the numbers. */
    CodeBlock value(OutputCode output) {
        return CodeBlock.of("workspace.$L(i)", output.name());
    }

    /** In such a constructor: the probability or the score of each label. */
    CodeBlock figures(OutputCode output) {
        return CodeBlock.of(
                "$1T.copyOfRange(workspace.pass.$2L, i * $3L, (i + 1) * $3L)",
                Arrays.class,
                output.buffer().name(),
                width(output));
    }
}
