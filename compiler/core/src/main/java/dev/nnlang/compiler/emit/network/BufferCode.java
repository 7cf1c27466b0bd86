package dev.nnlang.compiler.emit.network;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.SharedArray;
import dev.nnlang.compiler.program.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The constants that name a program's dims, its arrays and their lengths. */
public final class BufferCode {

    private final Program program;
    private final Element element;
    /** Each dim's constant, in the order in which the steps use them. */
    private final Map<String, Integer> constants = new LinkedHashMap<>();
    /** For each array how the steps address it: the names of its dims. */
    private final Map<Buffer, List<Axis.Extent>> dims = new LinkedHashMap<>();

    public BufferCode(Program program, Element element) {
        this.program = program;
        this.element = element;
        for (Step step : program.steps()) {
            step.nests().stream()
                    .flatMap(Nest::axes)
                    .forEach(axis -> axis.extent().constants().forEach(this::note));
            step.nests().stream().flatMap(Nest::accesses).forEach(this::note);
        }
    }

    /** An offset never multiplies by the length of the first dim; only whoever makes the array needs it. */
    private void note(Access access) {
        access.indices().stream().skip(isMadeHere(access.buffer()) ? 0 : 1).forEach(index -> index.constants()
                .forEach(this::note));
        dims.putIfAbsent(
                access.buffer(), access.indices().stream().map(Index::extent).toList());
    }

    /** A predictor gets its weights from a file. */
    private boolean isMadeHere(Buffer buffer) {
        boolean trained = buffer.role() == Buffer.Role.WEIGHT || buffer.role() == Buffer.Role.STATISTIC;
        return program.training().isPresent() || !trained;
    }

    private void note(Axis.Fixed fixed) {
        constants.putIfAbsent(fixed.constant(), fixed.size());
    }

    /** {@code static final int DENSE1_IN = 4}, for each dim. */
    public List<FieldSpec> constants() {
        List<FieldSpec> fields = new ArrayList<>();
        constants.forEach(
                (name, size) -> fields.add(FieldSpec.builder(TypeName.INT, name, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$L", size)
                        .build()));
        return fields;
    }

    /** The field of a buffer, without a value. */
    public FieldSpec field(Buffer buffer, String doc) {
        FieldSpec.Builder field = FieldSpec.builder(type(buffer), buffer.name());
        if (!buffer.isScalar()) {
            field.addModifiers(Modifier.FINAL);
        }
        String shape = buffer.isScalar() ? "" : "{@code " + shown(buffer) + "}  ";
        String shared = program.sharedArray(buffer)
                .map(array -> "in {@code " + array.name() + "}")
                .orElse("");
        String all = Stream.of(doc, margins(buffer.margins()), shared)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return field.addJavadoc("$L", (shape + all).strip()).build();
    }

    /** {@code zeros around it: 1 above, 1 below, 1 before, 1 behind}. */
    private static String margins(Margins margins) {
        if (margins.equals(Margins.NONE)) {
            return "";
        }
        Map<String, Integer> sides = new LinkedHashMap<>();
        sides.put("above", margins.top());
        sides.put("below", margins.bottom());
        sides.put("before", margins.left());
        sides.put("behind", margins.right());
        return sides.entrySet().stream()
                .filter(side -> side.getValue() > 0)
                .map(side -> side.getValue() + " " + side.getKey())
                .collect(Collectors.joining(", ", "zeros around it: ", ""));
    }

    /** {@code [batch][16]}. */
    private static String shown(Buffer buffer) {
        String shape = buffer.shape().toString();
        return shape.isEmpty() ? "[1]" : shape.replace("[n]", "[batch]");
    }

    public TypeName type(Buffer buffer) {
        if (buffer.isScalar()) {
            return element.type();
        }
        return buffer.element() == Value.Element.LABEL ? ArrayTypeName.of(TypeName.INT) : element.array();
    }

    /** Gives each of some buffers its array; those that share one are given the same. */
    public CodeBlock allocations(List<Buffer> buffers, String rows) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!program.sharedArrays().isEmpty()) {
            code.add("// Each of these holds several values, one after the other: no two are needed at once.\n");
        }
        for (SharedArray array : program.sharedArrays()) {
            Buffer longest = array.longest();
            code.addStatement("$T $L = $L", type(longest), array.name(), allocation(longest, rows));
        }
        for (Buffer buffer : buffers) {
            CodeBlock array = program.sharedArray(buffer)
                    .map(shared -> CodeBlock.of("$L", shared.name()))
                    .orElseGet(() -> allocation(buffer, rows));
            code.addStatement("$L = $L", buffer.name(), array);
        }
        return code.build();
    }

    /** {@code new float[batch * DENSE1_OUT]}. */
    public CodeBlock allocation(Buffer buffer, String rows) {
        if (buffer.role() == Buffer.Role.STATE) {
            return CodeBlock.of(
                    "new $T[$L.length]", element.type(), weightOf(buffer).name());
        }
        TypeName component = ((ArrayTypeName) type(buffer)).componentType();
        return CodeBlock.of("new $T[$L]", component, length(buffer, rows, ""));
    }

    private Buffer weightOf(Buffer state) {
        return program.training().orElseThrow().update().weights().stream()
                .filter(each -> each.state().containsValue(state))
                .findFirst()
                .orElseThrow()
                .weight();
    }

    /** Whether the array of a buffer can be made where its field is declared: it is as long in batches of any length. */
    public boolean isMadeAtOnce(Buffer buffer) {
        return !buffer.isScalar()
                && !buffer.shape().perRow()
                && buffer.role() != Buffer.Role.CONSTANT
                && program.sharedArray(buffer).isEmpty();
    }

    /** {@code {1f, 5f}}. */
    public CodeBlock literal(List<Double> values) {
        String numbers = values.stream().map(element::literal).collect(Collectors.joining(", "));
        return CodeBlock.of("{$L}", numbers);
    }

    /** {@code DENSE1_OUT}: how many elements a row of the buffer has. */
    public String width(Buffer buffer) {
        return width(buffer, "");
    }

    /** The same where the constants need {@code scope} before their names. */
    public String width(Buffer buffer, String scope) {
        return length(buffer, "", scope).replaceFirst("^ \\* ", "");
    }

    /** {@code batch * DENSE1_OUT}; dims that no step names by a constant are numbers. */
    private String length(Buffer buffer, String rows, String scope) {
        List<Axis.Fixed> named = dims.getOrDefault(buffer, List.of()).stream()
                .filter(Axis.Fixed.class::isInstance)
                .map(Axis.Fixed.class::cast)
                .toList();
        boolean whole = named.stream().mapToInt(Axis.Fixed::size).reduce(1, Math::multiplyExact)
                == buffer.shape().size();
        List<String> factors = new ArrayList<>();
        if (buffer.shape().perRow()) {
            factors.add(rows);
        }
        if (whole) {
            named.forEach(dim -> factors.add(scope + dim));
        } else {
            factors.add(Integer.toString(buffer.shape().size()));
        }
        return factors.isEmpty() ? "1" : factors.stream().collect(Collectors.joining(" * "));
    }
}
