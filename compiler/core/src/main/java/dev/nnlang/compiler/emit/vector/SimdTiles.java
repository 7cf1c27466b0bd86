package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.program.Tile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * {@code LeNetTiles}: the innermost loops of a network's contractions, which its trainer and its predictor share. They are methods of their own, too
 * large to be inlined, so that HotSpot gives each all registers. Every place is one base, the loop's index and a number known when compiling: only
 * then do no bounds checks remain in the loop.
 *
 * <p>Measured, GFLOP/s of one core (Xeon with AVX-512, 8 x 2 vectors, sums of 384 terms, processor time): with the distance of the left side's rows
 * burned in 126 to 130 on JDK 17 and 25, with the G1 and the Parallel collector; with the distance as an argument 94 to 125; terms from a table 103 to
 * 106 and 76 to 100. With both sides packed it is 129 to 132, but to pack the left side takes 0.32 ns an element, as long as its products with 21 columns: one kernel
 * for all networks would slow down layers of a few hundred columns.
 */
public final class SimdTiles {

    /**
     * What a tile is cut to.
     *
     * @param rows of the result
     * @param apart how far the rows lie apart in the left side
     * @param step from one term to the next in the left side; 0 if a table says
     */
    record Cut(int rows, int apart, int step) {

        /** {@code tile4Rows784}. */
        String method() {
            String terms = step == 0 ? "Placed" : step == 1 ? "" : "Terms" + step;
            return "tile" + rows + (rows == 1 ? "" : "Rows" + apart) + terms;
        }

        boolean placed() {
            return step == 0;
        }

        /** The same for {@code other} rows. */
        Cut of(int other) {
            return new Cut(other, other == 1 ? 0 : apart, step);
        }
    }

    private static final int FEW_REGISTERS = 16;
    private static final int MANY_REGISTERS = 32;

    /** The widest tiles that were asked for of each cut, in vectors. */
    private final Map<Cut, Integer> widest = new LinkedHashMap<>();

    private final ClassName name;

    /** @param name of the class */
    public SimdTiles(ClassName name) {
        this.name = name;
    }

    /** The class; empty if no tile was asked for. */
    public Optional<TypeSpec> type(String network) {
        return widest.isEmpty()
                ? Optional.empty()
                : Optional.of(TypeSpec.classBuilder(name)
                        .addJavadoc("""
                                The innermost loops of {@link $L}'s products: a tile of some rows and up to three vectors of columns stays in registers \
                                while all terms of its sums go by. The distances of rows and terms are numbers, so that HotSpot drops the bounds checks.
                                """, network)
                        .addModifiers(Modifier.FINAL)
                        .addMethod(MethodSpec.constructorBuilder()
                                .addModifiers(Modifier.PRIVATE)
                                .build())
                        .addMethods(methods())
                        .build());
    }

    /** All methods that were asked for, in that order. */
    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        widest.forEach((cut, vectors) -> {
            methods.add(choice(cut, vectors));
            for (int width = vectors; width >= 1; width--) {
                if (fits(cut, width)) {
                    methods.add(tile(cut, width));
                }
            }
        });
        return methods;
    }

    /** The name of the method that works on tiles of so many rows, whatever their width up to {@code vectors}. */
    String method(Cut cut, int vectors) {
        if (widest.merge(cut, vectors, Math::max) == vectors) {
            for (int width = vectors; width >= 1; width--) {
                if (!fits(cut, width) || isWide(cut, width)) {
                    int most = width;
                    halves(cut).forEach(half -> method(half, most));
                }
            }
        }
        return name.simpleName() + "." + cut.method();
    }

    /** Whether as many registers as any processor has hold the sums of a tile, and what they are made of. */
    private static boolean fits(Cut cut, int width) {
        return registers(cut, width) <= FEW_REGISTERS || isWide(cut, width);
    }

    /** Whether a tile needs a processor with more registers than others have. */
    private static boolean isWide(Cut cut, int width) {
        return registers(cut, width) > FEW_REGISTERS && width == 2;
    }

    private static int registers(Cut cut, int width) {
        return cut.rows() * width + width + 1;
    }

    /** A tile that is too high, as two. */
    private static List<Cut> halves(Cut cut) {
        return List.of(cut.of(Tile.HALF), cut.of(cut.rows() - Tile.HALF));
    }

    private static MethodSpec.Builder signature(String name, Cut cut) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC);
        if (cut.placed()) {
            method.addParameter(int[].class, "places").addParameter(TypeName.INT, "first");
        }
        return method.addParameter(float[].class, "left")
                .addParameter(TypeName.INT, "from")
                .addParameter(float[].class, "right")
                .addParameter(TypeName.INT, "at")
                .addParameter(TypeName.INT, "depth")
                .addParameter(float[].class, "sums")
                .addParameter(TypeName.INT, "to")
                .addParameter(TypeName.INT, "stride")
                .addParameter(TypeName.INT, "last");
    }

    private static MethodSpec choice(Cut cut, int vectors) {
        String arguments =
                (cut.placed() ? "places, first, " : "") + "left, from, right, at, depth, sums, to, stride, last";
        MethodSpec.Builder method = signature(cut.method(), cut).addParameter(TypeName.INT, "width");
        method.addJavadoc("$L", doc(cut));
        for (int width = vectors; width > 1; width--) {
            if (width == vectors) {
                method.beginControlFlow("if (width == $L)", lanes(width));
            } else {
                method.nextControlFlow("else if (width == $L)", lanes(width));
            }
            method.addCode(ofWidth(cut, width, arguments));
        }
        return method.nextControlFlow("else")
                .addStatement("$Lx1($L)", cut.method(), arguments)
                .endControlFlow()
                .build();
    }

    private static CodeBlock ofWidth(Cut cut, int width, String arguments) {
        CodeBlock whole = CodeBlock.of("$Lx$L($L);\n", cut.method(), width, arguments);
        if (fits(cut, width) && !isWide(cut, width)) {
            return whole;
        }
        CodeBlock.Builder halves = CodeBlock.builder();
        int row = 0;
        for (Cut half : halves(cut)) {
            String further = row == 0
                    ? arguments
                    : arguments
                            .replace("from,", "from + " + row * cut.apart() + ",")
                            .replace("to,", "to + " + row + " * stride,");
            halves.addStatement("$Lx$L($L)", half.method(), width, further);
            row += half.rows();
        }
        if (!fits(cut, width)) {
            return halves.build();
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($T.REGISTERS >= $L)", SimdNames.VECTORS, MANY_REGISTERS)
                .add(whole)
                .nextControlFlow("else")
                .add(halves.build())
                .endControlFlow()
                .build();
    }

    private static String doc(Cut cut) {
        String rows = cut.rows() == 1 ? "a row" : cut.rows() + " rows";
        String apart = cut.rows() == 1 ? "" : "; the left side's rows lie " + cut.apart() + " apart";
        String terms = cut.placed() ? ", its terms where the table says" : ", its terms " + cut.step();
        return "Adds {@code depth} terms to each sum of " + rows + " of a panel" + apart
                + (cut.rows() == 1 ? terms.replaceFirst("^, its", "; the left side's") : terms)
                + (cut.placed() ? "." : " apart.");
    }

    private static MethodSpec tile(Cut cut, int vectors) {
        MethodSpec.Builder method = signature(cut.method() + "x" + vectors, cut);
        for (int row = 0; row < cut.rows(); row++) {
            for (int v = 0; v < vectors; v++) {
                method.addStatement(
                        "$T sum$L$L = $T.load(sums, $L)",
                        SimdNames.FLOAT_VECTOR,
                        row,
                        v,
                        SimdNames.VECTORS,
                        sum(row, v, vectors));
            }
        }
        if (cut.placed()) {
            // One check for the places of all rows, against a limit that stands still: otherwise a fifth of the time
            // goes into checks.
            method.addStatement("int limit = left.length - $L", (cut.rows() - 1) * cut.apart());
        }
        method.beginControlFlow("for (int k = 0; k < depth; k++)");
        if (cut.placed()) {
            method.addStatement("int place = $T.checkIndex(from + places[first + k], limit)", Objects.class);
        }
        for (int v = 0; v < vectors; v++) {
            method.addStatement(
                    "$T right$L = $T.load(right, at + k * $L$L)",
                    SimdNames.FLOAT_VECTOR,
                    v,
                    SimdNames.VECTORS,
                    lanes(vectors),
                    v == 0 ? "" : CodeBlock.of(" + $L", lanes(v)));
        }
        for (int row = 0; row < cut.rows(); row++) {
            method.addStatement(
                    "$T left$L = $T.all(left[$L])", SimdNames.FLOAT_VECTOR, row, SimdNames.VECTORS, left(cut, row));
            for (int v = 0; v < vectors; v++) {
                method.addStatement("sum$1L$2L = left$1L.fma(right$2L, sum$1L$2L)", row, v);
            }
        }
        method.endControlFlow();
        // The last vector may overlap the one before, where it added nothing: that one has the last word.
        for (int row = 0; row < cut.rows(); row++) {
            for (int v = vectors - 1; v >= 0; v--) {
                method.addStatement("sum$L$L.intoArray(sums, $L)", row, v, sum(row, v, vectors));
            }
        }
        return method.build();
    }

    private static CodeBlock lanes(int vectors) {
        return CodeBlock.of("$L$T.LANES", vectors == 1 ? "" : vectors + " * ", SimdNames.VECTORS);
    }

    private static String left(Cut cut, int row) {
        List<String> terms = new ArrayList<>();
        if (cut.placed()) {
            terms.add("place");
        } else {
            terms.add("from + " + (cut.step() == 1 ? "k" : "k * " + cut.step()));
        }
        if (row > 0) {
            terms.add(Integer.toString(row * cut.apart()));
        }
        return String.join(" + ", terms);
    }

    private static CodeBlock sum(int row, int vector, int vectors) {
        List<CodeBlock> terms = new ArrayList<>(List.of(CodeBlock.of("to")));
        if (row > 0) {
            terms.add(CodeBlock.of(row == 1 ? "stride" : row + " * stride"));
        }
        if (vector > 0) {
            terms.add(vector == vectors - 1 ? CodeBlock.of("last") : lanes(vector));
        }
        return CodeBlock.join(terms, " + ");
    }

    /** A table of places: {@code Pack.places(1, 0, 5, 240, 100, 1)}. */
    static CodeBlock places(int images, int image, int outer, int outerStep, int inner, int innerStep) {
        return CodeBlock.of(
                "$T.places($L, $L, $L, $L, $L, $L)", SimdNames.PACK, images, image, outer, outerStep, inner, innerStep);
    }
}
