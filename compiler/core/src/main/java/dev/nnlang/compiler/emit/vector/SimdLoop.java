package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.JavaAccess;
import dev.nnlang.compiler.emit.java.JavaLoop;
import dev.nnlang.compiler.emit.plain.Unrolling;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Lanes;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints an innermost loop with vectors. Where the elements fill no whole number of vectors, the last vector overlaps the one before: it is computed
 * first, from what is still there, and stored last.
 */
public final class SimdLoop {

    private final Axis axis;
    private final SimdBody form;
    /** The names of places that do not depend on the loop. */
    private final Map<String, String> places;
    /** Elements that stand in a local variable. */
    private final Map<Access, String> held = new LinkedHashMap<>();
    /** Whether this is the last vector, which stands in local variables until the loop is over. */
    private final boolean last;

    SimdLoop(Axis axis) {
        this(axis, new SimdBody(axis), new LinkedHashMap<>(), false);
    }

    private SimdLoop(Axis axis, SimdBody form, Map<String, String> places, boolean last) {
        this.axis = axis;
        this.form = form;
        this.places = places;
        this.last = last;
    }

    /** The last vector of the same loop. */
    private SimdLoop last() {
        return new SimdLoop(axis, form, places, true);
    }

    /** Whether a loop over {@code axis} with this body pays with vectors. */
    boolean pays(List<Nest> body) {
        return isLong(axis) && form.isVectorizable(body);
    }

    /** Whether a loop over {@code axis} has enough turns for vectors. */
    static boolean isLong(Axis axis) {
        // Shares of rows begin anywhere: which elements make a vector would depend on the number of threads.
        return !axis.overRows() && axis.length() >= Lanes.FEWEST;
    }

    /** Whether the next turn of the loop is at the next element of an array of floats. */
    boolean isContiguous(Access access) {
        return form.isContiguous(access);
    }

    /** From now on {@code name} stands for an element. */
    void hold(Access access, String name) {
        held.put(access, name);
    }

    /** {@code int c = 0; for (; c <= CHANNELS - Vectors.LANES; c += Vectors.LANES) …} and a loop for what is left over. */
    CodeBlock loops(JavaLoop.Range range, CodeBlock vectors, CodeBlock elements) {
        String index = axis.index();
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("int $L = $L", index, range.from())
                .beginControlFlow(
                        "for (; $1L <= $2L - $3T.LANES; $1L += $3T.LANES)", index, range.to(), SimdNames.VECTORS)
                .add(vectors)
                .endControlFlow();
        return isEven() ? code.build() : code.add(rest(range, elements)).build();
    }

    /** Whether whole vectors are all there is, in every share and every panel. */
    private boolean isEven() {
        return axis.length() % Lanes.MOST == 0;
    }

    private CodeBlock rest(JavaLoop.Range range, CodeBlock elements) {
        return CodeBlock.builder()
                .beginControlFlow("for (; $1L < $2L; $1L++)", axis.index(), range.to())
                .add(elements)
                .endControlFlow()
                .build();
    }

    /** The same with a last vector that overlaps the one before; element by element if all are fewer than a vector holds. */
    private CodeBlock overlapping(JavaLoop.Range range, List<Nest> body, CodeBlock vectors, CodeBlock elements) {
        String index = axis.index();
        SimdLoop end = last();
        CodeBlock lastVector = end.vectors(body);
        CodeBlock loop = CodeBlock.builder()
                .add(lastVector)
                .beginControlFlow("for (; $1L < $2L; $1L += $3T.LANES)", index, end.index(), SimdNames.VECTORS)
                .add(vectors)
                .endControlFlow()
                .add(end.stores())
                .build();
        CodeBlock begin = CodeBlock.of(
                "int $L = $L;\nint $L = $L - $T.LANES;\n",
                index,
                range.from(),
                end.index(),
                range.to(),
                SimdNames.VECTORS);
        if (range.equals(JavaLoop.whole(axis)) && axis.length() >= Lanes.MOST) {
            return CodeBlock.join(List.of(begin, loop), "");
        }
        return CodeBlock.builder()
                .add(begin)
                .beginControlFlow("if ($L <= $L)", index, end.index())
                .add(loop)
                .addStatement("$L = $L", index, range.to())
                .endControlFlow()
                .add(rest(range, elements))
                .build();
    }

    private CodeBlock stores() {
        CodeBlock.Builder code = CodeBlock.builder();
        held.forEach((target, name) ->
                code.addStatement("$L.intoArray($L, $L)", name, target.buffer().name(), place(target)));
        return code.build();
    }

    /** Where the vector begins. */
    private String index() {
        return local(axis.index());
    }

    /** A variable of the body, which the last vector has besides. */
    private String local(String name) {
        return last ? name + "Last" : name;
    }

    /** The body for as many elements as a vector has lanes. */
    CodeBlock vectors(List<Nest> body) {
        CodeBlock.Builder code = CodeBlock.builder();
        body.forEach(nest -> code.add(vector(nest)));
        return code.build();
    }

    /** {@code int relu1At = (n * HEIGHT + h) * WIDTH * CHANNELS;} for what the body begins to read or write at. */
    CodeBlock places() {
        CodeBlock.Builder code = CodeBlock.builder();
        places.forEach((key, name) -> code.addStatement("int $L = $L", name, key.substring(key.indexOf('@') + 1)));
        return code.build();
    }

    /** {@code relu1At + c}. */
    private String place(Access access) {
        return place(access.buffer().name(), access.indices());
    }

    private String place(String array, List<Index> indices) {
        String start = JavaAccess.offset(Index.replace(indices, axis, axis.standing()));
        if (start.equals("0")) {
            return JavaAccess.offset(Index.replace(indices, axis, new Axis(index(), axis.extent())));
        }
        String name = places.computeIfAbsent(array + "@" + start, key -> unused(array + "At"));
        return name + " + " + index();
    }

    private String unused(String wanted) {
        String name = wanted;
        for (int i = 2; places.containsValue(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    /**
     * Empty if some of {@code body} has no SIMD form.
     *
     * @param shared whether the range is a thread's share: there what is computed with vectors, and what element by element, must not depend on where
     *     it ends, because their last bits may differ
     */
    static Optional<CodeBlock> print(
            Axis axis, JavaLoop.Range range, boolean shared, List<Nest> body, SimdNests nests) {
        SimdLoop loop = new SimdLoop(axis);
        if (!loop.pays(body)) {
            return Optional.empty();
        }
        CodeBlock vectors = loop.vectors(body);
        CodeBlock elements = nests.print(body);
        CodeBlock loops = shared || loop.isEven() || loop.callsFunctions(body)
                ? loop.loops(range, vectors, elements)
                : loop.overlapping(range, body, vectors, elements);
        return Optional.of(CodeBlock.join(List.of(loop.places(), loops), ""));
    }

    /** Whether a loop with this body has a SIMD form that {@link #callsFunctions}. */
    static boolean callsFunctions(Axis axis, List<Nest> body) {
        SimdLoop loop = new SimdLoop(axis);
        return loop.pays(body) && loop.callsFunctions(body);
    }

    /** Whether a body calls functions of vectors: JDK 17 inlines them once, but a second time passes them objects. */
    private boolean callsFunctions(List<Nest> body) {
        return body.stream().map(SimdBody::expression).anyMatch(this::callsFunctions);
    }

    private boolean callsFunctions(Expression expression) {
        boolean noise = expression.operands().values().stream()
                .anyMatch(operand -> operand instanceof Operand.Noise && form.isVector(operand));
        return noise || formula(expression).callsFunctions(expression.formula());
    }

    private CodeBlock vector(Nest nest) {
        if (nest instanceof Nest.Assign assign) {
            return store(assign.target(), value(assign.value()));
        }
        if (nest instanceof Nest.Accumulate accumulate) {
            CodeBlock sum = CodeBlock.of("$L.add($L)", load(accumulate.target()), value(accumulate.value()));
            return store(accumulate.target(), sum);
        }
        if (nest instanceof Nest.Let let) {
            return form.isVector(let.value())
                    ? CodeBlock.of("$T $L = $L;\n", SimdNames.FLOAT_VECTOR, local(let.local()), value(let.value()))
                    : CodeBlock.of(
                            "float $L = $L;\n",
                            local(let.local()),
                            formula(let.value()).scalar(let.value().formula()));
        }
        if (nest instanceof Nest.Reduce reduce) {
            return reduce(reduce);
        }
        return addAtFirst((Nest.AddAtFirst) nest);
    }

    private CodeBlock store(Access target, CodeBlock value) {
        if (held.containsKey(target)) {
            return CodeBlock.of("$L = $L;\n", held.get(target), value);
        }
        if (last) {
            String name = unheld(target.buffer().name());
            hold(target, name);
            return CodeBlock.of("$T $L = $L;\n", SimdNames.FLOAT_VECTOR, name, value);
        }
        return CodeBlock.of("$L.intoArray($L, $L);\n", value, target.buffer().name(), place(target));
    }

    private String unheld(String wanted) {
        String name = local(wanted);
        for (int i = 2; held.containsValue(name); i++) {
            name = local(wanted + "_" + i);
        }
        return name;
    }

    private CodeBlock load(Access access) {
        if (held.containsKey(access)) {
            return CodeBlock.of("$L", held.get(access));
        }
        return CodeBlock.of(
                "$T.load($L, $L)", SimdNames.VECTORS, access.buffer().name(), place(access));
    }

    /** As a vector. */
    private CodeBlock value(Expression expression) {
        return formula(expression).vector(expression.formula());
    }

    private SimdFormula formula(Expression expression) {
        return new SimdFormula(
                variable -> form.isVector(expression.operands().get(variable)),
                variable -> operand(expression.operands().get(variable)));
    }

    private CodeBlock operand(Operand operand) {
        if (operand instanceof Operand.Element element && form.isContiguous(element.access())) {
            return load(element.access());
        }
        if (operand instanceof Operand.Noise noise && form.isVector(noise)) {
            String place = place("noise" + noise.stream(), noise.place());
            return CodeBlock.of("$T.uniform(noise, $L, $L)", SimdNames.VECTOR_NOISE, noise.stream(), place);
        }
        if (operand instanceof Operand.Position position && position.axis().equals(axis)) {
            return CodeBlock.of("$T.count($L)", SimdNames.VECTORS, index());
        }
        if (operand instanceof Operand.Local local && form.declares(local.name())) {
            return CodeBlock.of("$L", local(local.name()));
        }
        return JavaAccess.operand(operand);
    }

    private CodeBlock reduce(Nest.Reduce reduce) {
        boolean sum = reduce.reducer() == Nest.Reducer.SUM;
        CodeBlock.Builder code = CodeBlock.builder();
        String local = local(reduce.local());
        boolean first = true;
        for (Expression term : Unrolling.of(reduce.over(), reduce.term())) {
            code.add(
                    first
                            ? CodeBlock.of("$T $L = $L;\n", SimdNames.FLOAT_VECTOR, local, value(term))
                            : CodeBlock.of("$1L = $1L.$2L($3L);\n", local, sum ? "add" : "max", value(term)));
            first = false;
        }
        return code.build();
    }

    /** What is still to be given away goes to the first element that is equal; then 0 is left. */
    private CodeBlock addAtFirst(Nest.AddAtFirst first) {
        String rest = local("rest");
        String sought = local("sought");
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("$T $L = $L", SimdNames.FLOAT_VECTOR, rest, value(first.value()));
        code.addStatement("$T $L = $L", SimdNames.FLOAT_VECTOR, sought, load(first.sought()));
        List<Access> candidates = Unrolling.of(first.window(), first.candidate());
        List<Access> targets = Unrolling.of(first.window(), first.target());
        for (int i = 0; i < candidates.size(); i++) {
            String given = local("given" + i);
            code.addStatement(
                    "$T $L = $T.all(0f).blend($L, $L.compare($T.EQ, $L))",
                    SimdNames.FLOAT_VECTOR,
                    given,
                    SimdNames.VECTORS,
                    rest,
                    load(candidates.get(i)),
                    SimdNames.VECTOR_OPERATORS,
                    sought);
            code.add(store(targets.get(i), CodeBlock.of("$L.add($L)", load(targets.get(i)), given)));
            if (i < candidates.size() - 1) {
                code.addStatement("$1L = $1L.sub($2L)", rest, given);
            }
        }
        return code.build();
    }
}
