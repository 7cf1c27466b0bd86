package dev.nnlang.compiler.emit.trainer;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.java.Literals;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.emit.network.NetworkUnit;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Contents;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The methods by which the training loop knows a trainer: its ports, its parameters, its name. */
public final class TrainerFace {

    private final NetworkUnit unit;
    private final Network network;
    private final Program program;
    private final Element element;

    TrainerFace(NetworkUnit unit, Program program, Element element) {
        this.unit = unit;
        this.network = unit.network();
        this.program = program;
        this.element = element;
    }

    List<MethodSpec> methods() {
        List<CodeBlock> inputs = program.buffers(Buffer.Role.FED).stream()
                .filter(buffer -> !training().targets().contains(buffer))
                .map(this::port)
                .toList();
        TypeName ports = RuntimeNames.listOf(ParameterizedTypeName.get(RuntimeNames.PORT, element.array()));
        List<CodeBlock> parameters =
                training().update().weights().stream().map(this::parameter).toList();
        List<MethodSpec> methods = new ArrayList<>(List.of(
                getter("network", TypeName.get(String.class), CodeBlock.of("$S", network.name())),
                getter("fingerprint", TypeName.get(String.class), CodeBlock.of("$S", unit.fingerprint())),
                getter("inputs", ports, listOf(inputs)),
                getter(
                        "targets",
                        ports,
                        listOf(training().targets().stream().map(this::port).toList())),
                getter(
                        "outputs",
                        RuntimeNames.listOf(element.array()),
                        CodeBlock.of("$T.of($L)", List.class, names(program.outputs()))),
                getter(
                        "parameters",
                        RuntimeNames.listOf(ParameterizedTypeName.get(RuntimeNames.PARAMETER, element.array())),
                        listOf(parameters))));
        if (training().parts().size() > 1) {
            List<Buffer> losses =
                    training().parts().stream().map(Program.Part::loss).toList();
            methods.add(getter(
                    "losses", ArrayTypeName.of(TypeName.DOUBLE), CodeBlock.of("new double[] {$L}", names(losses))));
        }
        if (training().update().fuses()) {
            methods.add(getter("keepsGradients", TypeName.BOOLEAN, CodeBlock.of("false")));
        }
        List<Buffer> inputGradients = training().inputGradients();
        if (!inputGradients.isEmpty()) {
            methods.add(MethodSpec.methodBuilder("inputGradients")
                    .addJavadoc("The loss's gradient with respect to each input.")
                    .addModifiers(Modifier.PUBLIC)
                    .returns(RuntimeNames.listOf(element.array()))
                    .addStatement("return $T.of($L)", List.class, names(inputGradients))
                    .build());
        }
        List<Program.Activation> activations = training().activations();
        if (!activations.isEmpty()) {
            methods.add(getter(
                    "activations",
                    RuntimeNames.listOf(ParameterizedTypeName.get(RuntimeNames.ACTIVATION, element.array())),
                    listOf(activations.stream().map(this::activation).toList())));
        }
        List<Buffer> statistics = program.buffers(Buffer.Role.STATISTIC);
        if (!statistics.isEmpty()) {
            methods.add(getter(
                    "statistics",
                    RuntimeNames.listOf(ParameterizedTypeName.get(RuntimeNames.PARAMETER, element.array())),
                    listOf(statistics.stream().map(this::statistic).toList())));
        }
        return methods;
    }

    private Program.Training training() {
        return program.training().orElseThrow();
    }

    private static String names(List<Buffer> buffers) {
        return buffers.stream().map(Buffer::name).collect(Collectors.joining(", "));
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
                    RuntimeNames.PORT.nestedClass("Labels"),
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
                RuntimeNames.PORT.nestedClass("Reals"),
                buffer.name(),
                List.class,
                quoted,
                buffer.shape().size(),
                buffer.name());
    }

    private CodeBlock parameter(Update.UpdatedWeight updated) {
        return parameter(updated.weight(), CodeBlock.of("$L", updated.gradient().name()));
    }

    /** Without a gradient. */
    private CodeBlock statistic(Buffer statistic) {
        return parameter(statistic, CodeBlock.of("new $T[0]", element.type()));
    }

    private CodeBlock activation(Program.Activation activation) {
        Buffer buffer = activation.buffer();
        return CodeBlock.of(
                "new $T<>($S, $L, $T.of($L), $L, $L, $L)",
                RuntimeNames.ACTIVATION,
                buffer.origin().layer(),
                place(buffer),
                List.class,
                dims(buffer),
                buffer.name(),
                bound(activation.plateaus().low()),
                bound(activation.plateaus().high()));
    }

    private static CodeBlock bound(double value) {
        if (Double.isInfinite(value)) {
            return CodeBlock.of("$T.$L", Double.class, value < 0 ? "NEGATIVE_INFINITY" : "POSITIVE_INFINITY");
        }
        return CodeBlock.of("$L", value);
    }

    private static CodeBlock place(Buffer buffer) {
        Origin origin = buffer.origin();
        return Literals.string(origin.where() + " " + origin.text() + origin.within());
    }

    private static String dims(Buffer buffer) {
        return buffer.shape().sizes().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private CodeBlock parameter(Buffer weight, CodeBlock gradient) {
        Contents.Parameter info = weight.parameter();
        return CodeBlock.of(
                "new $T<>($S, $L, $T.of($L), $L, $L, $L)",
                RuntimeNames.PARAMETER,
                info.name(),
                place(weight),
                List.class,
                dims(weight),
                weight.name(),
                gradient,
                initializer(info.initial()));
    }

    private static CodeBlock initializer(InitialValues initial) {
        ClassName type = RuntimeNames.INITIALIZER;
        return switch (initial.kind()) {
            case NORMAL -> CodeBlock.of("$T.normal($L, $L)", type, initial.first(), initial.second());
            case TRUNCATED_NORMAL ->
                CodeBlock.of("$T.truncatedNormal($L, $L)", type, initial.first(), initial.second());
            case ORTHOGONAL -> CodeBlock.of("$T.orthogonal($L)", type, initial.first());
            case UNIFORM -> CodeBlock.of("$T.uniform($L, $L)", type, initial.first(), initial.second());
            case CONSTANT ->
                initial.first() == 0
                        ? CodeBlock.of("$T.zeros()", type)
                        : CodeBlock.of("$T.constant($L)", type, initial.first());
        };
    }
}
