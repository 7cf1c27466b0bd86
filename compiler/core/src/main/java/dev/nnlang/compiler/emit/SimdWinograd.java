package dev.nnlang.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Tile;
import dev.nnlang.compiler.program.Winograd;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Prints a convolution, or the gradient of its image, as Winograd's minimal filtering: strips of patches are transformed, multiplied with the
 * transformed weights element by element and transformed back, a few strips at a time, so that all of it stays in the second cache.
 */
final class SimdWinograd {

    /** So many patches make up for the weights' way into the first cache. */
    private static final int WORTH_PATCHES = 16;

    /** So many transformed channels, of all patches together, stay in the second cache beside their sums. */
    private static final int MOST_CHANNELS = 4096;

    private final SimdLayout layout;
    private final SimdPanels panels;
    private final SimdBlock block;
    private final SimdMembers members;
    private final Contraction contraction;
    private final Winograd winograd;
    /** The channels that are added up. */
    private final Axis terms;
    /** How many strips are taken at once. */
    private final int together;

    SimdWinograd(SimdLayout layout, SimdPanels panels, SimdBlock block, SimdMembers members) {
        this.layout = layout;
        this.panels = panels;
        this.block = block;
        this.members = members;
        this.contraction = layout.contraction;
        this.winograd = Winograd.of(contraction).orElseThrow();
        this.terms = contraction.depth().get(contraction.depth().size() - 1);
        int patches = Winograd.patches(winograd.width());
        int most = Math.max(1, MOST_CHANNELS / (terms.length() * patches));
        this.together = Math.min(most, (WORTH_PATCHES + patches - 1) / patches);
    }

    CodeBlock print() {
        // Strips of one image add to the same pixels: a thread takes whole images then.
        String share = contraction.scatters() ? "member.%s(rows) * strips" : "member.%s(rows * strips)";
        return CodeBlock.builder()
                .add(weights())
                .addStatement("int strips = $L", patches(winograd.height()))
                .addStatement("int patches = $L", patches(winograd.width()))
                .addStatement("int apart = $T.apart($L, $L)", SimdNames.WINOGRAD, mostPatches(), terms.extent())
                .addStatement(
                        "float[] left = $L.left(member, $T.room($L, $L))",
                        members.scratch(),
                        SimdNames.WINOGRAD,
                        mostPatches(),
                        terms.extent())
                .addStatement("int endStrip = $L", String.format(share, "to"))
                .beginControlFlow(
                        "for (int strip = $L; strip < endStrip; strip += $L)", String.format(share, "from"), together)
                .addStatement("int together = Math.min($L, endStrip - strip)", together)
                .add(overStrips(transformed()))
                .add(panels.overPanels(panel(), false))
                .endControlFlow()
                .build();
    }

    private static String patches(Axis axis) {
        String outputs = axis.extent().toString();
        return axis.length() % Winograd.OUTPUTS == 0
                ? outputs + " / " + Winograd.OUTPUTS
                : "(" + outputs + " + " + (Winograd.OUTPUTS - 1) + ") / " + Winograd.OUTPUTS;
    }

    private String mostPatches() {
        return together == 1 ? "patches" : together + " * patches";
    }

    /** The transformed weights of all panels. */
    private CodeBlock weights() {
        CodeBlock length =
                CodeBlock.of("$T.ELEMENTS * $L * $L.width()", SimdNames.WINOGRAD, terms.extent(), panels.panels());
        String raw = RunCode.times(layout.rightLength(), "width");
        if (panels.isKept()) {
            CodeBlock packed = packed(CodeBlock.of("new float[$L]", raw));
            return CodeBlock.of("float[] right = $L;\n", members.kept(layout.right.buffer(), length, packed));
        }
        return CodeBlock.builder()
                .addStatement("float[] right = $L.right(member, $L)", members.scratch(), length)
                .add(packed(CodeBlock.of("$L.left(member, $L)", members.scratch(), raw)))
                .build();
    }

    private CodeBlock packed(CodeBlock room) {
        CodeBlock panel = CodeBlock.builder()
                .addStatement("float[] left = $L", room)
                .add(panels.pack("left", "0"))
                .addStatement("$T.weights(left, $L, width, right, $L)", SimdNames.WINOGRAD, terms.extent(), panelAt())
                .build();
        return panels.overPanels(panel, false);
    }

    /** Where the transformed weights of the panel at hand begin among all. */
    private CodeBlock panelAt() {
        return CodeBlock.of(
                "$T.ELEMENTS * $L * $L",
                SimdNames.WINOGRAD,
                terms.extent(),
                layout.first().index());
    }

    /** For each strip: which image it belongs to, and the first of its rows of outputs. */
    private CodeBlock overStrips(CodeBlock body) {
        return CodeBlock.builder()
                .beginControlFlow("for (int i = 0; i < together; i++)")
                .addStatement("int n = (strip + i) / strips")
                .addStatement("int $L = (strip + i) % strips * $L", top().index(), Winograd.OUTPUTS)
                .add(body)
                .endControlFlow()
                .build();
    }

    /** The loop over rows of outputs, standing at a strip's first. */
    private Axis top() {
        Axis height = winograd.height();
        return new Axis(height.index() + "From", height.extent());
    }

    /** Where a strip begins, in an image or its outputs. */
    private String start(Access access) {
        Access start = access.replace(winograd.height(), top()).replace(contraction.columns(), layout.first());
        Stream<Axis> inside = Stream.of(
                        Stream.of(winograd.width()),
                        contraction.rows().stream().filter(axis -> !axis.overRows()),
                        contraction.depth().stream())
                .flatMap(axes -> axes)
                .filter(axis -> !axis.equals(winograd.height()));
        for (Axis axis : inside.toList()) {
            start = start.replace(axis, axis.standing());
        }
        return JavaAccess.offset(start.indices());
    }

    /**
     * Where a strip lies, as methods take it: the array, its place, how far its rows and pixels are apart, how many rows and pixels there are.
     */
    private CodeBlock place(Access access, boolean image) {
        return CodeBlock.of(
                "$L, $L, $L, $L, $L - $L, $L",
                access.buffer().name(),
                start(access),
                access.stride(winograd.height()),
                access.stride(winograd.width()),
                image ? winograd.imageHeight() : winograd.height().extent(),
                top().index(),
                image ? winograd.imageWidth() : winograd.width().extent());
    }

    private CodeBlock transformed() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (contraction.scatters()) {
            String image = RunCode.times(
                    RunCode.times(
                            winograd.imageHeight().toString(),
                            winograd.imageWidth().toString()),
                    contraction.columns().extent().toString());
            code.beginControlFlow("if ($L == 0)", top().index())
                    .addStatement(
                            "$T.fill($L, n * $L, (n + 1) * $L, 0f)",
                            Arrays.class,
                            layout.target.buffer().name(),
                            image,
                            image)
                    .endControlFlow();
        }
        return code.addStatement(
                        "$T.$L($L, $L, left, i * patches * $L, apart)",
                        SimdNames.WINOGRAD,
                        contraction.scatters() ? "outputGradient" : "image",
                        place(layout.left, !contraction.scatters()),
                        terms.extent(),
                        terms.extent())
                .build();
    }

    private CodeBlock panel() {
        return CodeBlock.builder()
                .addStatement("int panel = $L", panelAt())
                .addStatement("int stride = $T.apart($L, width)", SimdNames.WINOGRAD, mostPatches())
                .addStatement(
                        "float[] sums = $L.sums(member, $T.room($L, width))",
                        members.scratch(),
                        SimdNames.WINOGRAD,
                        mostPatches())
                .addStatement("$T.fill(sums, 0, $T.ELEMENTS * stride, 0f)", Arrays.class, SimdNames.WINOGRAD)
                .add(products())
                .add(overStrips(transformedBack()))
                .build();
    }

    /** For each element the product of two matrices: patches by terms, terms by columns. */
    private CodeBlock products() {
        int half = Tile.HALF;
        return CodeBlock.builder()
                .beginControlFlow("for (int element = 0; element < $T.ELEMENTS; element++)", SimdNames.WINOGRAD)
                .addStatement("int from = element * apart")
                .addStatement("int at = panel + element * $L * width", terms.extent())
                .addStatement("int to = element * stride")
                .addStatement("int row = 0")
                .beginControlFlow("for (; row + $1L <= together * patches; row += $1L)", Tile.HIGHEST)
                .add(tile(Tile.HIGHEST))
                .endControlFlow()
                .beginControlFlow("if (row + $L <= together * patches)", half)
                .add(tile(half))
                .addStatement("row += $L", half)
                .endControlFlow()
                .beginControlFlow("for (; row < together * patches; row++)")
                .add(tile(1))
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    private CodeBlock tile(int height) {
        SimdTiles.Cut cut = new SimdTiles.Cut(height, height == 1 ? 0 : terms.length(), 1);
        return CodeBlock.of(
                "$L(left, from + row * $L, right, at, $L, sums, to + row * width, width, last, width);\n",
                members.tiles().method(cut, contraction.tile().vectors()),
                terms.length(),
                terms.extent());
    }

    private CodeBlock transformedBack() {
        Axis height = winograd.height();
        CodeBlock back = CodeBlock.of(
                "$T.$L(sums, i * patches * width, stride, width, columns, $L);\n",
                SimdNames.WINOGRAD,
                contraction.scatters() ? "imageGradient" : "outputs",
                place(layout.target, contraction.scatters()));
        if (contraction.epilogue().isEmpty()) {
            return back;
        }
        return CodeBlock.builder()
                .add(back)
                .addStatement(
                        "int $LTo = Math.min($L, $L + $L)",
                        height.index(),
                        height.extent(),
                        top().index(),
                        Winograd.OUTPUTS)
                .add(block.epilogue(layout.share(), block.panelColumns()))
                .build();
    }
}
