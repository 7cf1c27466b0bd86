package dev.nnlang.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The constants that name a program's dims, its arrays and their lengths. */
final class BufferCode {

    private final Element element;
    /** Each dim's constant, in the order in which the steps use them. */
    private final Map<String, Integer> constants = new LinkedHashMap<>();
    /** For each array how the steps address it: the names of its dims. */
    private final Map<Buffer, List<Axis>> axes = new LinkedHashMap<>();

    BufferCode(Program program, Element element) {
        this.element = element;
        for (Step step : program.steps()) {
            step.nests().forEach(this::collect);
        }
    }

    private void collect(Nest nest) {
        if (nest instanceof Nest.Loop loop) {
            note(loop.axis());
            loop.body().forEach(this::collect);
        } else if (nest instanceof Nest.Assign assign) {
            note(assign.target());
            assign.value().operands().values().forEach(this::note);
        } else if (nest instanceof Nest.Accumulate accumulate) {
            note(accumulate.target());
            accumulate.value().operands().values().forEach(this::note);
        } else if (nest instanceof Nest.Let let) {
            let.value().operands().values().forEach(this::note);
        } else if (nest instanceof Nest.Reduce reduce) {
            reduce.axes().forEach(this::note);
            reduce.term().operands().values().forEach(this::note);
        } else if (nest instanceof Nest.Contraction contraction) {
            note(contraction.left());
            note(contraction.right());
            note(contraction.target());
            contraction.epilogue().forEach(this::collect);
        }
    }

    private void note(Operand operand) {
        if (operand instanceof Operand.Element read) {
            note(read.access());
        } else if (operand instanceof Operand.AtLabel at) {
            note(at.element());
        }
    }

    private void note(Access access) {
        access.axes().forEach(this::note);
        axes.putIfAbsent(access.buffer(), access.axes());
    }

    private void note(Axis axis) {
        if (axis.extent() instanceof Axis.Fixed fixed) {
            constants.putIfAbsent(fixed.constant(), fixed.size());
        }
    }

    /** {@code private static final int DENSE1_IN = 4}, for each dim. */
    List<FieldSpec> constants() {
        List<FieldSpec> fields = new ArrayList<>();
        constants.forEach((name, size) ->
                fields.add(FieldSpec.builder(TypeName.INT, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$L", size)
                        .build()));
        return fields;
    }

    /** The field of a buffer, without a value. */
    FieldSpec field(Buffer buffer, String doc) {
        FieldSpec.Builder field = FieldSpec.builder(type(buffer), buffer.name(), Modifier.PRIVATE);
        if (!JavaAccess.isScalar(buffer)) {
            field.addModifiers(Modifier.FINAL);
        }
        String shape = JavaAccess.isScalar(buffer) ? "" : "{@code " + shown(buffer) + "}  ";
        return field.addJavadoc("$L", (shape + doc).strip()).build();
    }

    /** {@code [batch][16]}. */
    private static String shown(Buffer buffer) {
        String shape = buffer.shape().toString();
        return shape.isEmpty() ? "[1]" : shape.replace("[n]", "[batch]");
    }

    TypeName type(Buffer buffer) {
        if (JavaAccess.isScalar(buffer)) {
            return element.type();
        }
        return buffer.element() == Value.Element.LABEL ? ArrayTypeName.of(TypeName.INT) : element.array();
    }

    /** {@code new float[batch * DENSE1_OUT]}. */
    CodeBlock allocation(Buffer buffer, String rows) {
        TypeName component = ((ArrayTypeName) type(buffer)).componentType();
        return CodeBlock.of("new $T[$L]", component, length(buffer, rows));
    }

    /** {@code DENSE1_OUT}: how many elements a row of the buffer has. */
    String width(Buffer buffer) {
        return length(buffer, "").replaceFirst("^ \\* ", "");
    }

    /** {@code batch * DENSE1_OUT}; dims that no step names by a constant are numbers. */
    private String length(Buffer buffer, String rows) {
        if (buffer.role() == Buffer.Role.STATE) {
            return Integer.toString(buffer.shape().size());
        }
        List<Axis> named = axes.getOrDefault(buffer, List.of());
        boolean whole = named.stream()
                        .filter(axis -> axis.extent() instanceof Axis.Fixed)
                        .mapToInt(axis -> ((Axis.Fixed) axis.extent()).size())
                        .reduce(1, Math::multiplyExact)
                == buffer.shape().size();
        List<String> factors = new ArrayList<>();
        if (buffer.shape().perRow()) {
            factors.add(rows);
        }
        if (whole) {
            named.stream()
                    .filter(axis -> axis.extent() instanceof Axis.Fixed)
                    .forEach(axis -> factors.add(axis.extent().toString()));
        } else {
            factors.add(Integer.toString(buffer.shape().size()));
        }
        return factors.isEmpty() ? "1" : factors.stream().collect(Collectors.joining(" * "));
    }
}
