package dev.nnlang.compiler.emit.predictor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.emit.java.Comments;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.emit.network.BufferCode;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.emit.network.NetworkUnit;
import dev.nnlang.compiler.emit.network.StepMethods;
import dev.nnlang.compiler.emit.plain.JavaNests;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Step;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code Iris}: immutable, thread-safe; raw rows in, labels and probabilities out. */
public final class PredictorClass {

    /** Rows that are computed together: enough to keep the weights of a layer in the cache while they are used. */
    static final int CHUNK = 64;

    private final NetworkUnit unit;
    private final Names names;
    private final Network network;
    private final Program program;
    private final BufferCode buffers;
    private final PreparationCode preparation;
    private final PreprocessingCode preprocessing;
    private final WorkspaceClass workspace;
    private final PredictionClass prediction;

    private PredictorClass(NetworkUnit unit, Names names) {
        this.unit = unit;
        this.names = names;
        this.network = unit.network();
        this.program = unit.predictor().plain().only(Step.Phase.FORWARD);
        this.buffers = new BufferCode(unit.predictor().common().only(Step.Phase.FORWARD), Element.FLOAT);
        this.preparation = new PreparationCode(unit);
        this.preprocessing = new PreprocessingCode(network);
        List<OutputCode> outputs = outputs();
        this.workspace = new WorkspaceClass(names.predictor(network), network.data(), outputs, buffers, names);
        this.prediction = PredictionClass.of(names.prediction(network), outputs, workspace);
    }

    private List<OutputCode> outputs() {
        List<OutputCode> outputs = new ArrayList<>();
        for (Network.Output output : network.outputs()) {
            outputs.add(new OutputCode(output, program.outputs().get(outputs.size()), names));
        }
        return outputs;
    }

    public static TypeSpec of(NetworkUnit unit, Names names) {
        return new PredictorClass(unit, names).type();
    }

    private TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.predictor(network))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("$L", javadoc())
                .addField(
                        FieldSpec.builder(String.class, "FINGERPRINT", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                                .addJavadoc(
                                        "What tells this network from others: model files of another fingerprint are refused.")
                                .initializer("$S", unit.fingerprint())
                                .build())
                .addField(FieldSpec.builder(TypeName.INT, "CHUNK", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("How many rows are computed together.")
                        .initializer("$L", CHUNK)
                        .build());
        preparation
                .constants()
                .forEach(constant -> type.addField(
                        constant.toBuilder().addModifiers(Modifier.PRIVATE).build()));
        preprocessing.fields().forEach(type::addField);
        preparation
                .fields()
                .forEach(weight -> type.addField(buffers.field(weight, place(weight)).toBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build()));
        type.addField(FieldSpec.builder(
                        names.predictor(network).nestedClass(WorkspaceClass.PASS),
                        "template",
                        Modifier.PRIVATE,
                        Modifier.FINAL)
                .addJavadoc("Makes others of its kind: with vectors where the JVM has them.")
                .build());
        type.addMethod(constructor());
        preparation.methods().forEach(type::addMethod);
        return type.addMethod(load())
                .addMethod(of())
                .addMethod(predictOne())
                .addMethod(predictAll())
                .addMethod(workspace.factory())
                .addType(prediction.type())
                .addType(workspace.type())
                .addType(pass())
                .build();
    }

    private String javadoc() {
        String doc = network.doc().isBlank() ? "The network " + network.name() + "." : Comments.javadoc(network.doc());
        return doc + " Immutable and safe to share between threads.\n\n<pre>{@code\n"
                + Comments.preformatted(unit.layerTable()) + "}</pre>\n";
    }

    private static String place(Buffer weight) {
        Origin origin = weight.origin();
        return "{@code " + Comments.code(origin.text()) + "}, " + Comments.where(origin.span())
                + Comments.javadoc(origin.within());
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeNames.MODEL_FILE, "file")
                .addException(RuntimeNames.MODEL_FILE_EXCEPTION)
                .addStatement("file.requireNetwork($S, FINGERPRINT)", network.name());
        constructor.addCode(preprocessing.reads());
        constructor.addCode(preparation.assignments());
        ClassName predictor = names.predictor(network);
        return constructor
                .addStatement(
                        "template = $T.create($T.lookup(), Pass.class, $S, this, 1).orElse(new Pass(1))",
                        RuntimeNames.SIMD,
                        MethodHandles.class,
                        Names.simd(predictor).simpleName())
                .build();
    }

    private MethodSpec load() {
        return MethodSpec.methodBuilder("load")
                .addJavadoc(
                        "Reads trained weights and the statistics of the preprocessing.\n\n@throws IOException if the file cannot be read, or is of another network")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.predictor(network))
                .addParameter(Path.class, "file")
                .addException(IOException.class)
                .addStatement("return of($T.read(file))", RuntimeNames.MODEL_FILE)
                .build();
    }

    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addJavadoc(
                        "A predictor with the weights of a model that has been read, or just trained.\n\n@throws $T if it is of another network",
                        RuntimeNames.MODEL_FILE_EXCEPTION)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.predictor(network))
                .addParameter(RuntimeNames.MODEL_FILE, "file")
                .addException(RuntimeNames.MODEL_FILE_EXCEPTION)
                .addStatement("return new $T(file)", names.predictor(network))
                .build();
    }

    private MethodSpec predictOne() {
        return MethodSpec.methodBuilder("predict")
                .addModifiers(Modifier.PUBLIC)
                .returns(names.prediction(network))
                .addParameter(names.row(network.data()), "row")
                .addStatement("Workspace workspace = new Workspace(1)")
                .addStatement("workspace.predict(row)")
                .addStatement("return new $T(workspace, 0)", names.prediction(network))
                .build();
    }

    private MethodSpec predictAll() {
        return MethodSpec.methodBuilder("predict")
                .addJavadoc("The predictions in the order of the rows.")
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeNames.listOf(names.prediction(network)))
                .addParameter(RuntimeNames.listOf(names.row(network.data())), "rows")
                .addStatement(
                        "$T predictions = new $T<>(rows.size())",
                        RuntimeNames.listOf(names.prediction(network)),
                        ArrayList.class)
                .addStatement("Workspace workspace = new Workspace(Math.min(CHUNK, rows.size()))")
                .beginControlFlow("for (int first = 0; first < rows.size(); first += CHUNK)")
                .addStatement("workspace.predict(rows.subList(first, Math.min(first + CHUNK, rows.size())))")
                .beginControlFlow("for (int i = 0; i < workspace.count; i++)")
                .addStatement("predictions.add(new $T(workspace, i))", names.prediction(network))
                .endControlFlow()
                .endControlFlow()
                .addStatement("return predictions")
                .build();
    }

    /** What a workspace computes in: its own arrays, so that the predictor itself stays immutable. */
    private TypeSpec pass() {
        StepMethods steps = new StepMethods(new JavaNests(Element.FLOAT, program.isShared()));
        TypeSpec.Builder pass = TypeSpec.classBuilder(WorkspaceClass.PASS)
                .addJavadoc("The arrays that a workspace computes in, and the steps.");
        if (program.isShared()) {
            pass.superclass(RuntimeNames.TEAM_PASS);
        }
        buffers.constants().forEach(pass::addField);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameter(TypeName.INT, "batch");
        if (program.isShared()) {
            constructor.addStatement("super($LL)", unit.predictor().flop());
        }
        preparation
                .fields()
                .forEach(weight -> pass.addField(buffers.field(weight, "").toBuilder()
                        .initializer("$T.this.$L", names.predictor(network), weight.name())
                        .build()));
        arrays().forEach(buffer -> pass.addField(buffers.field(buffer, "")));
        constructor.addCode(buffers.allocations(
                arrays().stream().filter(buffer -> !buffer.isScalar()).toList(), "batch"));
        pass.addMethod(constructor.build());
        pass.addMethod(MethodSpec.methodBuilder("sized")
                .addJavadoc("One like this for so many rows.")
                .returns(names.predictor(network).nestedClass(WorkspaceClass.PASS))
                .addParameter(TypeName.INT, "batch")
                .addStatement("return new Pass(batch)")
                .build());
        pass.addMethod(read());
        pass.addMethod(run(steps.calls(program.steps(Step.Phase.FORWARD))));
        program.steps(Step.Phase.FORWARD).forEach(step -> pass.addMethods(steps.methods(step)));
        return pass.build();
    }

    private MethodSpec run(CodeBlock calls) {
        MethodSpec.Builder run = MethodSpec.methodBuilder("run")
                .addParameter(TypeName.INT, "rows")
                .addCode(calls);
        return program.isShared()
                ? run.addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .addParameter(RuntimeNames.MEMBER, "member")
                        .build()
                : run.addJavadoc("Computes the first {@code rows} rows.").build();
    }

    private List<Buffer> arrays() {
        return program.buffers().stream()
                .filter(buffer -> !PreparationCode.isKept(buffer))
                .toList();
    }

    private MethodSpec read() {
        CodeBlock.Builder code = CodeBlock.builder();
        program.buffers(Buffer.Role.FED)
                .forEach(fed -> code.add(preprocessing.fill(fed, buffers.width(fed), unit.columns(fed))));
        return MethodSpec.methodBuilder("read")
                .addJavadoc("Preprocesses a row into row {@code n} of the batch.")
                .addParameter(names.row(network.data()), "row")
                .addParameter(TypeName.INT, "n")
                .addCode(code.build())
                .build();
    }
}
