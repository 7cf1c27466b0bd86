package dev.nnlang.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Step;
import dev.nnlang.compiler.program.Update;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** {@code IrisTrainer}: forward pass, loss, backward pass and update, one method a step. */
final class TrainerClass {

    private final NetworkUnit unit;
    private final Names names;
    private final Element element;
    private final Network network;
    private final Program program;
    private final BufferCode buffers;
    private final UpdateMethods updates;
    private final TypeName trainable;

    private TrainerClass(NetworkUnit unit, Names names, Element element) {
        this.unit = unit;
        this.names = names;
        this.element = element;
        this.network = unit.network();
        this.program = unit.trainer().orElseThrow();
        this.buffers = new BufferCode(program, element);
        this.updates = new UpdateMethods(update(), element);
        this.trainable = ParameterizedTypeName.get(Names.TRAINABLE, element.array());
    }

    static TypeSpec of(NetworkUnit unit, Names names, Element element) {
        return new TrainerClass(unit, names, element).type();
    }

    private TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.trainer(network))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(trainable)
                .addJavadoc("$L", javadoc());
        buffers.constants().forEach(type::addField);
        type.addField(TypeName.INT, "batch", Modifier.PRIVATE, Modifier.FINAL);
        program.buffers().forEach(buffer -> type.addField(buffers.field(buffer, doc(buffer))));
        updates.fields().forEach(type::addField);
        if (element == Element.FLOAT) {
            new TaskMethods(network, names).all().forEach(type::addMethod);
        }
        type.addMethod(constructor());
        description().forEach(type::addMethod);
        passes().forEach(type::addMethod);
        StepMethods steps = new StepMethods(element);
        program.steps().forEach(step -> type.addMethod(steps.method(step)));
        updates.methods().forEach(type::addMethod);
        return type.build();
    }

    private Update update() {
        return program.training().orElseThrow().update();
    }

    private String javadoc() {
        return "Trains {@link " + network.name() + "}, " + network.span().where()
                + ". Each step of a pass is one method. Not thread-safe.\n\n<pre>{@code\n"
                + Comments.code(unit.layerTable()) + "}</pre>\n";
    }

    private String doc(Buffer buffer) {
        if (JavaAccess.isScalar(buffer)) {
            return "the mean over the rows of the last batch";
        }
        String layer = "{@code " + Comments.code(buffer.origin().text()) + "}, "
                + buffer.origin().where() + Comments.javadoc(buffer.origin().within());
        return switch (buffer.role()) {
            case FED -> "filled by the training loop";
            case WEIGHT -> layer + ", init " + Comments.javadoc(initial(buffer));
            case COMPUTED -> "";
            case GRADIENT -> "the loss's gradient";
            case STATE -> "what " + update().optimizer().name() + " remembers";
        };
    }

    private String initial(Buffer weight) {
        InitialValues initial = unit.weights().get(weight.name()).initial();
        return initial.toString().equals(initial.reason())
                ? initial.toString()
                : initial + " (" + initial.reason() + ")";
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addJavadoc("A network for batches of at most {@code batch} rows, its weights all 0.")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(TypeName.INT, "batch");
        int widest = program.buffers().stream()
                .filter(buffer -> buffer.shape().perRow())
                .mapToInt(buffer -> buffer.shape().size())
                .max()
                .orElse(1);
        int most = Integer.MAX_VALUE / widest;
        constructor
                .beginControlFlow("if (batch < 1 || batch > $L)", most)
                .addStatement(
                        "throw new IllegalArgumentException($S + batch)",
                        "a batch has 1 to " + most + " rows, but this is ")
                .endControlFlow()
                .addStatement("this.batch = batch");
        program.buffers().stream()
                .filter(buffer -> !JavaAccess.isScalar(buffer))
                .forEach(buffer ->
                        constructor.addStatement("$L = $L", buffer.name(), buffers.allocation(buffer, "batch")));
        return constructor.build();
    }

    private List<MethodSpec> description() {
        List<CodeBlock> inputs = program.buffers(Buffer.Role.FED).stream()
                .filter(buffer -> !buffer.equals(target()))
                .map(this::port)
                .toList();
        TypeName ports = ReaderClass.listOf(ParameterizedTypeName.get(Names.PORT, element.array()));
        List<CodeBlock> parameters =
                update().weights().stream().map(this::parameter).toList();
        List<MethodSpec> methods = new java.util.ArrayList<>(List.of(
                getter("network", TypeName.get(String.class), CodeBlock.of("$S", network.name())),
                getter("fingerprint", TypeName.get(String.class), CodeBlock.of("$S", unit.fingerprint())),
                getter("batch", TypeName.INT, CodeBlock.of("batch")),
                getter("inputs", ports, listOf(inputs)),
                getter("targets", ports, listOf(List.of(port(target())))),
                getter(
                        "output",
                        element.array(),
                        CodeBlock.of("$L", program.output().name())),
                getter(
                        "parameters",
                        ReaderClass.listOf(ParameterizedTypeName.get(Names.PARAMETER, element.array())),
                        listOf(parameters))));
        List<Buffer> inputGradients = program.training().orElseThrow().inputGradients();
        if (!inputGradients.isEmpty()) {
            String list = inputGradients.stream().map(Buffer::name).collect(Collectors.joining(", "));
            methods.add(MethodSpec.methodBuilder("inputGradients")
                    .addJavadoc("The loss's gradient with respect to each input.")
                    .addModifiers(Modifier.PUBLIC)
                    .returns(ReaderClass.listOf(element.array()))
                    .addStatement("return $T.of($L)", List.class, list)
                    .build());
        }
        return methods;
    }

    private Buffer target() {
        return program.training().orElseThrow().target();
    }

    private static CodeBlock listOf(List<CodeBlock> items) {
        return items.size() == 1
                ? CodeBlock.of("$T.of($L)", List.class, items.get(0))
                : CodeBlock.of("$T.of(\n$>$>$L$<$<)", List.class, CodeBlock.join(items, ",\n"));
    }

    private static MethodSpec getter(String name, TypeName type, CodeBlock value) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return $L", value)
                .build();
    }

    private CodeBlock port(Buffer buffer) {
        List<Column> columns = unit.columns(buffer);
        if (buffer.element() == Value.Element.LABEL) {
            Column.OneOf labels = (Column.OneOf) columns.get(0).kind();
            return CodeBlock.of(
                    "new $T<>($S, $S, $L, $L)",
                    Names.PORT.nestedClass("Labels"),
                    buffer.name(),
                    columns.get(0).name(),
                    labels.labels().size(),
                    buffer.name());
        }
        CodeBlock quoted = columns.stream()
                .map(column -> CodeBlock.of("$S", column.name()))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of(
                "new $T<>($S, $T.of($L), $L, $L)",
                Names.PORT.nestedClass("Reals"),
                buffer.name(),
                List.class,
                quoted,
                buffer.shape().size(),
                buffer.name());
    }

    private CodeBlock parameter(Update.UpdatedWeight updated) {
        Buffer weight = updated.weight();
        NetworkUnit.WeightInfo info = unit.weights().get(weight.name());
        String dims = weight.shape().dims().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return CodeBlock.of(
                "new $T<>($S, $S, $T.of($L), $L, $L, $L)",
                Names.PARAMETER,
                info.name(),
                weight.origin().where() + " " + weight.origin().text()
                        + weight.origin().within(),
                List.class,
                dims,
                weight.name(),
                updated.gradient().name(),
                initializer(info.initial()));
    }

    private static CodeBlock initializer(InitialValues initial) {
        ClassName type = Names.INITIALIZER;
        return switch (initial.kind()) {
            case NORMAL -> CodeBlock.of("$T.normal($L, $L)", type, initial.first(), initial.second());
            case UNIFORM -> CodeBlock.of("$T.uniform($L, $L)", type, initial.first(), initial.second());
            case CONSTANT ->
                initial.first() == 0
                        ? CodeBlock.of("$T.zeros()", type)
                        : CodeBlock.of("$T.constant($L)", type, initial.first());
        };
    }

    private List<MethodSpec> passes() {
        String loss = program.training().orElseThrow().loss().name();
        return List.of(
                pass("evaluate")
                        .addCode(StepMethods.calls(program.steps(Step.Phase.FORWARD)))
                        .addCode(StepMethods.calls(program.steps(Step.Phase.LOSS)))
                        .addStatement("return $L", loss)
                        .build(),
                pass("gradient")
                        .addStatement("double loss = evaluate(rows)")
                        .addCode(StepMethods.calls(program.steps(Step.Phase.BACKWARD)))
                        .addStatement("return loss")
                        .build(),
                pass("step")
                        .addParameter(TypeName.DOUBLE, "rate")
                        .addStatement("double loss = gradient(rows)")
                        .addCode(updates.call())
                        .addStatement("return loss")
                        .build());
    }

    private static MethodSpec.Builder pass(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.DOUBLE)
                .addParameter(TypeName.INT, "rows");
    }
}
