package dev.nnlang.compiler.emit.plain;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.java.JavaAccess;
import dev.nnlang.compiler.emit.java.JavaLoop;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Contraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Prints a contraction in the scalar dialect. */
public final class JavaContraction {

    /** So few columns are summed in variables of their own. */
    private static final int NARROW = 4;

    private final Element element;
    private final Contraction contraction;
    private final CodeBlock epilogue;
    private final JavaLoop.Range columns;

    private JavaContraction(Element element, Contraction contraction, CodeBlock epilogue) {
        this.element = element;
        this.contraction = contraction;
        this.epilogue = epilogue;
        Axis axis = contraction.columns();
        this.columns = contraction.shares(axis)
                ? new JavaLoop.Range(axis.index() + "From", axis.index() + "To")
                : JavaLoop.whole(axis);
    }

    /** @param epilogue what is done with each element of the result */
    public static CodeBlock print(Element element, Contraction contraction, CodeBlock epilogue) {
        JavaContraction printer = new JavaContraction(element, contraction, epilogue);
        CodeBlock sums = contraction.isDotProduct()
                ? printer.dotProducts()
                : printer.isNarrow() ? printer.narrowRows() : printer.rowByRow();
        return contraction.shares(contraction.columns()) ? scope(printer.share(), sums) : sums;
    }

    /** The share's bounds are variables of these sums alone: others of the same step may share an axis of that name too. */
    private static CodeBlock scope(CodeBlock share, CodeBlock sums) {
        return CodeBlock.of("{\n$>$L$L$<}\n", share, sums);
    }

    /** {@code int jFrom = member.from(DENSE1_OUT, Member.LINE);} where threads share the columns. */
    private CodeBlock share() {
        JavaLoop.Share share = JavaLoop.share(contraction.columns());
        return CodeBlock.builder()
                .addStatement("int $L = $L", columns.from(), share.from())
                .addStatement("int $L = $L", columns.to(), share.to())
                .build();
    }

    /** The loops over the rows of the result, of one of which a thread takes its share. */
    private CodeBlock overRows(CodeBlock body) {
        CodeBlock code = body;
        for (int i = contraction.rows().size() - 1; i >= 0; i--) {
            Axis axis = contraction.rows().get(i);
            if (i == 0 && beginsAtZero()) {
                code = CodeBlock.join(List.of(clear(axis), code), "");
            }
            code = contraction.shares(axis) ? JavaLoop.overShare(axis, code) : JavaLoop.over(axis, code);
        }
        return code;
    }

    /** Whether all of an image is 0 before windows add to it. */
    private boolean beginsAtZero() {
        return contraction.scatters() && !contraction.accumulate();
    }

    private CodeBlock clear(Axis images) {
        Access image = contraction.target();
        return CodeBlock.of(
                "$1T.fill($2L, $3L * $4L, ($3L + 1) * $4L, $5L);\n",
                Arrays.class,
                image.buffer().name(),
                images.index(),
                image.stride(images),
                element.literal(0));
    }

    private CodeBlock overColumns(CodeBlock body) {
        return JavaLoop.over(contraction.columns(), columns, body);
    }

    /** {@code to + DENSE1_OUT}. */
    private static String behind(String start, String offset) {
        return offset.equals("0") ? start : start + " + " + offset;
    }

    /** Adds up one row of the result after the other; the inner loop runs along the row, which HotSpot vectorizes. */
    private CodeBlock rowByRow() {
        Access target = contraction.target();
        CodeBlock.Builder row = CodeBlock.builder();
        row.addStatement("int to = $L", JavaAccess.start(target));
        if (!contraction.accumulate() && !beginsAtZero()) {
            row.addStatement(
                    "$T.fill($L, $L, $L, $L)",
                    Arrays.class,
                    target.buffer().name(),
                    behind("to", columns.from()),
                    behind("to", columns.to()),
                    element.literal(0));
        }
        List<Axis> depth = contraction.depth();
        if (depth.isEmpty()) {
            row.add(terms(1, contraction.columns()));
        } else {
            Axis last = depth.get(depth.size() - 1);
            row.add(JavaLoop.over(
                    depth.subList(0, depth.size() - 1),
                    JavaLoop.tiled(
                            last, JavaLoop.whole(last), contraction.tile().terms(), count -> terms(count, last))));
        }
        row.add(epilogue());
        return overRows(row.build());
    }

    private CodeBlock epilogue() {
        return epilogue.isEmpty() ? epilogue : overColumns(epilogue);
    }

    /** {@code row[to + j] = row[to + j] + left0 * right[from0 + j] + left1 * right[from1 + j] + …}: {@code count} terms of the sum, in order. */
    private CodeBlock terms(int count, Axis depth) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<CodeBlock> products = new ArrayList<>();
        String column = contraction.columns().index();
        for (int i = 0; i < count; i++) {
            String number = count == 1 ? "" : Integer.toString(i);
            Access left = shifted(contraction.left(), depth, i);
            Access right = shifted(contraction.right(), depth, i);
            code.addStatement("$T left$L = $L", element.type(), number, JavaAccess.element(left));
            code.addStatement("int from$L = $L", number, JavaAccess.start(right));
            products.add(CodeBlock.of(
                    "left$L * $L[from$L + $L]", number, right.buffer().name(), number, column));
        }
        CodeBlock sum =
                CodeBlock.of("$L[to + $L]", contraction.target().buffer().name(), column);
        CodeBlock added = count == 1
                ? CodeBlock.of("$L += $L;\n", sum, products.get(0))
                : CodeBlock.of("$1L = $1L\n$>$>+ $2L$<$<;\n", sum, CodeBlock.join(products, "\n+ "));
        return code.add(overColumns(added)).build();
    }

    /** The same element {@code by} turns of {@code axis} further on. */
    private static Access shifted(Access access, Axis axis, int by) {
        if (by == 0) {
            return access;
        }
        return access.replace(axis, new Axis(axis.index() + " + " + by, axis.extent()));
    }

    private boolean isNarrow() {
        Axis axis = contraction.columns();
        return axis.length() <= NARROW && !contraction.shares(axis);
    }

    /** An element of the column {@code by} further than {@code first}. */
    private Access column(Access access, Axis first, int by) {
        String index = by == 0 ? first.index() : first.isStanding() ? Integer.toString(by) : first.index() + " + " + by;
        return access.replace(contraction.columns(), new Axis(index, first.extent()));
    }

    /** Each row's few sums grow in variables: in an array each would wait for its last to be stored. */
    private CodeBlock narrowRows() {
        CodeBlock sums =
                sums(contraction.columns().standing(), contraction.columns().length());
        return overRows(CodeBlock.join(List.of(sums, epilogue()), ""));
    }

    /** Each result is a dot product of two rows; several at once, so that their sums need not wait for each other. */
    private CodeBlock dotProducts() {
        CodeBlock row = JavaLoop.tiled(
                contraction.columns(),
                columns,
                contraction.tile().terms(),
                count -> sums(contraction.columns(), count));
        return overRows(CodeBlock.join(List.of(row, epilogue()), ""));
    }

    /** The sums of so many columns from {@code first} on. */
    private CodeBlock sums(Axis first, int count) {
        CodeBlock.Builder sums = CodeBlock.builder();
        CodeBlock.Builder terms = CodeBlock.builder();
        CodeBlock.Builder results = CodeBlock.builder();
        terms.addStatement("$T left = $L", element.type(), JavaAccess.element(contraction.left()));
        for (int i = 0; i < count; i++) {
            String sum = count == 1 ? "sum" : "sum" + i;
            Access right = column(contraction.right(), first, i);
            Access target = column(contraction.target(), first, i);
            sums.addStatement("$T $L = $L", element.type(), sum, element.literal(0));
            terms.addStatement("$L += left * $L", sum, JavaAccess.element(right));
            results.addStatement(
                    "$L $L $L",
                    JavaAccess.element(target),
                    contraction.accumulate() || beginsAtZero() ? "+=" : "=",
                    sum);
        }
        return sums.add(JavaLoop.over(contraction.depth(), terms.build()))
                .add(results.build())
                .build();
    }
}
