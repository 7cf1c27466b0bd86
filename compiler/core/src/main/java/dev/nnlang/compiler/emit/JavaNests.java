package dev.nnlang.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Nest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Prints loop nests in the scalar dialect. */
final class JavaNests {

    private final Element element;

    JavaNests(Element element) {
        this.element = element;
    }

    CodeBlock print(List<Nest> nests) {
        CodeBlock.Builder code = CodeBlock.builder();
        nests.forEach(nest -> code.add(print(nest)));
        return code.build();
    }

    private CodeBlock print(Nest nest) {
        if (nest instanceof Nest.Loop loop) {
            return loop(loop.axis(), print(loop.body()));
        }
        if (nest instanceof Nest.Assign assign) {
            return CodeBlock.of("$L = $L;\n", JavaAccess.element(assign.target()), expression(assign.value()));
        }
        if (nest instanceof Nest.Accumulate accumulate) {
            return CodeBlock.of("$L += $L;\n", JavaAccess.element(accumulate.target()), expression(accumulate.value()));
        }
        if (nest instanceof Nest.Let let) {
            return CodeBlock.of("$T $L = $L;\n", element.type(), let.local(), expression(let.value()));
        }
        if (nest instanceof Nest.Clear clear) {
            return CodeBlock.of(
                    "$T.fill($L, $L);\n", Arrays.class, clear.buffer().name(), element.literal(0));
        }
        if (nest instanceof Nest.Reduce reduce) {
            return reduce(reduce);
        }
        if (nest instanceof Nest.Contraction contraction) {
            return contraction.isDotProduct() ? dotProducts(contraction) : rowByRow(contraction);
        }
        throw new IllegalStateException("no Java for " + nest);
    }

    private CodeBlock loop(Axis axis, CodeBlock body) {
        return CodeBlock.builder()
                .beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", axis.index(), axis.extent())
                .add(body)
                .endControlFlow()
                .build();
    }

    private CodeBlock expression(Expression expression) {
        return new JavaFormula(
                        element,
                        variable -> JavaAccess.operand(expression.operands().get(variable)))
                .print(expression.formula());
    }

    private CodeBlock reduce(Nest.Reduce reduce) {
        boolean sum = reduce.reducer() == Nest.Reducer.SUM;
        CodeBlock term = expression(reduce.term());
        CodeBlock body = sum
                ? CodeBlock.of("$L += $L;\n", reduce.local(), term)
                : CodeBlock.of("$1L = $2T.max($1L, $3L);\n", reduce.local(), Math.class, term);
        for (int i = reduce.axes().size() - 1; i >= 0; i--) {
            body = loop(reduce.axes().get(i), body);
        }
        String start = element.literal(sum ? 0 : Double.NEGATIVE_INFINITY);
        return CodeBlock.of("$T $L = $L;\n$L", element.type(), reduce.local(), start, body);
    }

    /** Adds up one row of the result after the other; the inner loop runs along the row, which HotSpot vectorizes. */
    private CodeBlock rowByRow(Nest.Contraction contraction) {
        Access target = contraction.target();
        String row = contraction.rows().index();
        String width = contraction.columns().extent().toString();
        CodeBlock.Builder body = CodeBlock.builder();
        body.add(
                "$1T.fill($2L, $3L * $4L, ($3L + 1) * $4L, $5L);\n",
                Arrays.class,
                target.buffer().name(),
                row,
                width,
                element.literal(0));
        body.add(tiled(contraction.depth(), contraction.tile(), count -> terms(contraction, count)));
        body.add(epilogue(contraction));
        return loop(contraction.rows(), body.build());
    }

    private CodeBlock epilogue(Nest.Contraction contraction) {
        return contraction.epilogue().isEmpty()
                ? CodeBlock.of("")
                : loop(contraction.columns(), print(contraction.epilogue()));
    }

    /** A loop whose turns do {@code tile} indices each, and one for what is left over. */
    private CodeBlock tiled(Axis axis, int tile, IntFunction<CodeBlock> turn) {
        if (tile == 1) {
            return loop(axis, turn.apply(1));
        }
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("int $L = 0", axis.index());
        code.beginControlFlow("for (; $1L + $2L <= $3L; $1L += $2L)", axis.index(), tile, axis.extent())
                .add(turn.apply(tile))
                .endControlFlow();
        boolean even = axis.extent() instanceof Axis.Fixed fixed && fixed.size() % tile == 0;
        if (!even) {
            code.beginControlFlow("for (; $1L < $2L; $1L++)", axis.index(), axis.extent())
                    .add(turn.apply(1))
                    .endControlFlow();
        }
        return code.build();
    }

    /** {@code row[j] = row[j] + left0 * right[k][j] + left1 * right[k + 1][j] + …}: {@code count} terms of the sum, in order. */
    private CodeBlock terms(Nest.Contraction contraction, int count) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<CodeBlock> products = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String left = count == 1 ? "left" : "left" + i;
            code.addStatement(
                    "$T $L = $L",
                    element.type(),
                    left,
                    JavaAccess.element(shifted(contraction.left(), contraction.depth(), i)));
            products.add(CodeBlock.of(
                    "$L * $L", left, JavaAccess.element(shifted(contraction.right(), contraction.depth(), i))));
        }
        CodeBlock sum = JavaAccess.element(contraction.target());
        CodeBlock added = count == 1
                ? CodeBlock.of("$L += $L;\n", sum, products.get(0))
                : CodeBlock.of("$1L = $1L\n$>$>+ $2L$<$<;\n", sum, CodeBlock.join(products, "\n+ "));
        return code.add(loop(contraction.columns(), added)).build();
    }

    /** The same element {@code by} turns of {@code axis} further on. */
    private static Access shifted(Access access, Axis axis, int by) {
        if (by == 0) {
            return access;
        }
        List<Axis> axes = new ArrayList<>(access.axes());
        int position = axes.indexOf(axis);
        boolean slowest = position < axes.size() - 1;
        String index = axis.index() + " + " + by;
        axes.set(position, new Axis(slowest ? "(" + index + ")" : index, axis.extent()));
        return new Access(access.buffer(), axes);
    }

    /** Each result is a dot product of two rows; several at once, so that their sums need not wait for each other. */
    private CodeBlock dotProducts(Nest.Contraction contraction) {
        Axis columns = contraction.columns();
        CodeBlock row = tiled(columns, contraction.tile(), count -> dotProduct(contraction, count));
        return loop(contraction.rows(), CodeBlock.join(List.of(row, epilogue(contraction)), ""));
    }

    private CodeBlock dotProduct(Nest.Contraction contraction, int count) {
        CodeBlock.Builder sums = CodeBlock.builder();
        CodeBlock.Builder terms = CodeBlock.builder();
        CodeBlock.Builder results = CodeBlock.builder();
        if (count > 1) {
            terms.addStatement("$T left = $L", element.type(), JavaAccess.element(contraction.left()));
        }
        CodeBlock left = count > 1 ? CodeBlock.of("left") : JavaAccess.element(contraction.left());
        for (int i = 0; i < count; i++) {
            String sum = count == 1 ? "sum" : "sum" + i;
            sums.addStatement("$T $L = $L", element.type(), sum, element.literal(0));
            terms.addStatement(
                    "$L += $L * $L",
                    sum,
                    left,
                    JavaAccess.element(shifted(contraction.right(), contraction.columns(), i)));
            results.addStatement(
                    "$L = $L", JavaAccess.element(shifted(contraction.target(), contraction.columns(), i)), sum);
        }
        return sums.add(loop(contraction.depth(), terms.build()))
                .add(results.build())
                .build();
    }
}
