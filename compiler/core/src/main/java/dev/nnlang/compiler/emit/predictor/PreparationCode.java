package dev.nnlang.compiler.emit.predictor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.emit.network.BufferCode;
import dev.nnlang.compiler.emit.network.NetworkUnit;
import dev.nnlang.compiler.emit.network.StepMethods;
import dev.nnlang.compiler.emit.plain.JavaNests;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * How a predictor gets its weights: read from the model file as they are, or prepared of what is read. What only a preparing step needs is a
 * local variable of its method.
 */
public final class PreparationCode {

    private final NetworkUnit unit;
    private final BufferCode buffers;
    private final StepMethods methods = new StepMethods(new JavaNests(Element.FLOAT, false));
    private final Map<Buffer, List<Step>> users = new HashMap<>();

    private Program program() {
        return unit.predictor().plain();
    }

    PreparationCode(NetworkUnit unit) {
        this.unit = unit;
        this.buffers = new BufferCode(unit.predictor().common().only(Step.Phase.PREPARE), Element.FLOAT);
        for (Step step : program().steps()) {
            used(step).forEach(buffer -> users.computeIfAbsent(buffer, key -> new ArrayList<>())
                    .add(step));
        }
    }

    /** Whether it is the same for all rows. */
    static boolean isKept(Buffer buffer) {
        return isRead(buffer) || buffer.role() == Buffer.Role.PREPARED;
    }

    /** Whether it comes from the model file. */
    private static boolean isRead(Buffer buffer) {
        return buffer.role() == Buffer.Role.WEIGHT || buffer.role() == Buffer.Role.STATISTIC;
    }

    /** The dims that the steps use. */
    List<FieldSpec> constants() {
        return buffers.constants();
    }

    /** What the predictor keeps. */
    List<Buffer> fields() {
        return program().buffers().stream()
                .filter(buffer -> isKept(buffer) && !isLocal(buffer))
                .toList();
    }

    /** Whether steps that prepare something need it, and nothing else does. */
    private boolean isLocal(Buffer buffer) {
        List<Step> all = users.getOrDefault(buffer, List.of());
        boolean preparing = all.stream().allMatch(step -> step.phase() == Step.Phase.PREPARE);
        return preparing && (isRead(buffer) ? !all.isEmpty() : all.size() == 1);
    }

    private static Stream<Buffer> used(Step step) {
        return step.nests().stream().flatMap(Nest::accesses).map(Access::buffer).distinct();
    }

    private List<Step> steps() {
        return program().steps(Step.Phase.PREPARE);
    }

    /** Gives all fields their values. */
    CodeBlock assignments() {
        CodeBlock reads = fields().stream().map(this::assignment).collect(CodeBlock.joining(""));
        CodeBlock calls = StepMethods.calls(steps(), step -> "file");
        return CodeBlock.of("$L$L", reads, calls);
    }

    /** A method for each step. */
    List<MethodSpec> methods() {
        return steps().stream().map(this::method).toList();
    }

    private MethodSpec method(Step step) {
        CodeBlock locals = used(step)
                .filter(this::isLocal)
                .map(buffer -> CodeBlock.of("$T $L", buffers.type(buffer), assignment(buffer)))
                .collect(CodeBlock.joining(""));
        return methods.declared(step)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeNames.MODEL_FILE, "file")
                .addException(RuntimeNames.MODEL_FILE_EXCEPTION)
                .addCode(locals)
                .addCode(methods.body(step))
                .build();
    }

    private CodeBlock assignment(Buffer buffer) {
        CodeBlock value = isRead(buffer) ? read(buffer) : buffers.allocation(buffer, "");
        return CodeBlock.of("$L = $L;\n", buffer.name(), value);
    }

    private CodeBlock read(Buffer weight) {
        String dims = weight.shape().sizes().stream().map(dim -> ", " + dim).collect(Collectors.joining());
        return CodeBlock.of("file.floats($S$L)", weight.parameter().name(), dims);
    }
}
