package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.RunCode;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Tile;
import dev.nnlang.compiler.program.Winograd;
import java.util.Arrays;
import java.util.List;

/**
 * Prints a convolution, or the gradient of its image, as Winograd's minimal filtering: strips of patches are transformed, multiplied with the
 * transformed weights element by element and transformed back, a few strips at a time, so that all of it stays in the second cache.
 */
public final class SimdWinograd {

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
    private final SimdStrips strips;

    SimdWinograd(SimdLayout layout, SimdPanels panels, SimdBlock block, SimdMembers members) {
        this.layout = layout;
        this.panels = panels;
        this.block = block;
        this.members = members;
        this.contraction = layout.contraction;
        this.winograd = Winograd.of(contraction).orElseThrow();
        this.strips = new SimdStrips(layout, winograd, WORTH_PATCHES, MOST_CHANNELS);
    }

    CodeBlock print() {
        // Strips of one image add to the same pixels: a thread takes whole images then.
        String share = adds() ? "member.%s(rows) * strips" : "member.%s(rows * strips)";
        CodeBlock body = CodeBlock.join(List.of(strips.each(transformed()), panels.overPanels(panel(), false)), "");
        return CodeBlock.builder()
                .add(weights())
                .add(strips.counts())
                .add(strips.room(members))
                .add(strips.over(String.format(share, "from"), String.format(share, "to"), body))
                .build();
    }

    private boolean adds() {
        return winograd.kind() == Winograd.Kind.IMAGE_GRADIENT;
    }

    private Axis.Extent channels() {
        return winograd.channels().extent();
    }

    /** The transformed weights of all panels: those that change, by all threads together. */
    private CodeBlock weights() {
        CodeBlock length =
                CodeBlock.of("$T.ELEMENTS * $L * $L.width()", SimdNames.WINOGRAD, channels(), panels.panels());
        CodeBlock raw = CodeBlock.of("$T.roomForWeights($L, width)", SimdNames.WINOGRAD, channels());
        if (panels.isKept()) {
            CodeBlock packed = panels.overPanels(packed(CodeBlock.of("new float[$L]", raw)), false);
            return CodeBlock.of("float[] right = $L;\n", members.kept(layout.right.buffer(), length, packed));
        }
        CodeBlock packed = packed(CodeBlock.of("$L.left(member, $L)", members.scratch(), raw));
        return CodeBlock.builder()
                .addStatement("float[] right = $L.commonRight($L)", members.scratch(), length)
                // Nobody reads any more what was packed there before.
                .addStatement("member.await()")
                .add(panels.overPanels(packed, true))
                .addStatement("member.await()")
                .build();
    }

    private CodeBlock packed(CodeBlock room) {
        return CodeBlock.builder()
                .addStatement("float[] left = $L", room)
                .add(panels.pack("left", "0"))
                .addStatement(
                        "$T.forward(left, $L, width, right, $L)", SimdNames.WEIGHT_TRANSFORM, channels(), panelAt())
                .build();
    }

    /** Where the transformed weights of the panel at hand begin among all. */
    private CodeBlock panelAt() {
        return CodeBlock.of(
                "$T.ELEMENTS * $L * $L",
                SimdNames.WINOGRAD,
                channels(),
                layout.first().index());
    }

    private CodeBlock transformed() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (adds()) {
            String image = RunCode.times(
                    RunCode.times(
                            winograd.imageHeight().toString(),
                            winograd.imageWidth().toString()),
                    contraction.columns().extent().toString());
            code.beginControlFlow("if ($L == 0)", strips.top().index())
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
                        adds() ? SimdNames.OUTPUT_TRANSFORM : SimdNames.IMAGE_TRANSFORM,
                        adds() ? "backward" : "forward",
                        adds() ? strips.outputs() : strips.image(),
                        channels(),
                        channels())
                .build();
    }

    private CodeBlock panel() {
        return CodeBlock.builder()
                .addStatement("int panel = $L", panelAt())
                .addStatement("int stride = $T.apart($L, width)", SimdNames.WINOGRAD, strips.mostPatches())
                .addStatement(
                        "float[] sums = $L.sums(member, $T.room($L, width))",
                        members.scratch(),
                        SimdNames.WINOGRAD,
                        strips.mostPatches())
                .addStatement("$T.fill(sums, 0, $T.ELEMENTS * stride, 0f)", Arrays.class, SimdNames.WINOGRAD)
                .add(products())
                .add(strips.each(transformedBack()))
                .build();
    }

    /** For each element the product of two matrices: patches by channels, channels by columns. */
    private CodeBlock products() {
        int half = Tile.HALF;
        return CodeBlock.builder()
                .beginControlFlow("for (int element = 0; element < $T.ELEMENTS; element++)", SimdNames.WINOGRAD)
                .addStatement("int from = element * apart")
                .addStatement("int at = panel + element * $L * width", channels())
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
        int apart = winograd.channels().length();
        SimdTiles.Cut cut = new SimdTiles.Cut(height, height == 1 ? 0 : apart, 1);
        return CodeBlock.of(
                "$L(left, from + row * $L, right, at, $L, sums, to + row * width, width, last, width);\n",
                members.tiles().method(cut, contraction.tile().vectors()),
                apart,
                channels());
    }

    private CodeBlock transformedBack() {
        CodeBlock back = CodeBlock.of(
                "$T.$L(sums, i * patches * width, stride, width, columns, $L);\n",
                adds() ? SimdNames.IMAGE_TRANSFORM : SimdNames.OUTPUT_TRANSFORM,
                adds() ? "backward" : "forward",
                adds() ? strips.image() : strips.outputs());
        if (contraction.epilogue().isEmpty()) {
            return back;
        }
        Axis height = winograd.height();
        return CodeBlock.builder()
                .add(back)
                .addStatement(
                        "int $LTo = Math.min($L, $L + $L)",
                        height.index(),
                        height.extent(),
                        strips.top().index(),
                        Winograd.OUTPUTS)
                .add(block.epilogue(layout.share(), block.panelColumns()))
                .build();
    }
}
