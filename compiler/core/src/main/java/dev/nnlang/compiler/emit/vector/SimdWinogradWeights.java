package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Tile;
import dev.nnlang.compiler.program.Winograd;
import java.util.Arrays;
import java.util.List;

/**
 * Prints the gradient of a convolution's weights as Winograd's minimal filtering: transformed patches of images, times those of the outputs'
 * gradients, added up over all patches, then transformed back. Threads share the rows of elements, each of which is added up over all images in
 * one order; a thread transforms no others.
 */
public final class SimdWinogradWeights {

    /** So many patches make up for the sums' way into the first cache and back. */
    private static final int WORTH_PATCHES = 32;

    /** So many transformed channels, of all patches together, stay in the second cache. */
    private static final int MOST_CHANNELS = 8192;

    private final SimdLayout layout;
    private final SimdPanels panels;
    private final SimdMembers members;
    private final Contraction contraction;
    private final Winograd winograd;
    private final SimdStrips strips;

    SimdWinogradWeights(SimdLayout layout, SimdPanels panels, SimdMembers members) {
        this.layout = layout;
        this.panels = panels;
        this.members = members;
        this.contraction = layout.contraction;
        this.winograd = Winograd.of(contraction).orElseThrow();
        this.strips = new SimdStrips(layout, winograd, WORTH_PATCHES, MOST_CHANNELS);
    }

    CodeBlock print() {
        CodeBlock body = CodeBlock.join(List.of(strips.each(images()), panels.overPanels(panel(), false)), "");
        return CodeBlock.builder()
                .add(strips.counts())
                .addStatement("int rowFrom = member.from($T.ROWS)", SimdNames.WINOGRAD)
                .addStatement("int rowTo = member.to($T.ROWS)", SimdNames.WINOGRAD)
                .add(strips.room(members))
                .addStatement("int stride = $L * $L", channels(), filters())
                .addStatement(
                        "float[] sums = $L.commonSums($T.ELEMENTS * stride)", members.scratch(), SimdNames.WINOGRAD)
                // Nobody reads any more what was added up there before.
                .addStatement("member.await()")
                .addStatement(
                        "$1T.fill(sums, rowFrom * $2T.ROWS * stride, rowTo * $2T.ROWS * stride, 0f)",
                        Arrays.class,
                        SimdNames.WINOGRAD)
                .add(strips.over("0", "rows * strips", body))
                .addStatement("member.await()")
                .add(transformedBack())
                .build();
    }

    private Axis.Extent channels() {
        return winograd.channels().extent();
    }

    private Axis.Extent filters() {
        return contraction.columns().extent();
    }

    private CodeBlock images() {
        return CodeBlock.of(
                "$T.forward($L, $L, left, i * patches * $L, apart, rowFrom, rowTo);\n",
                SimdNames.IMAGE_TRANSFORM,
                strips.image(),
                channels(),
                channels());
    }

    private CodeBlock panel() {
        CodeBlock gradients = CodeBlock.of(
                "$T.backward($L, width, right, i * patches * width, panel, rowFrom, rowTo);\n",
                SimdNames.OUTPUT_TRANSFORM,
                strips.outputs());
        return CodeBlock.builder()
                .addStatement("int panel = $T.apart($L, width)", SimdNames.WINOGRAD, strips.mostPatches())
                .addStatement(
                        "float[] right = $L.right(member, $T.room($L, width))",
                        members.scratch(),
                        SimdNames.WINOGRAD,
                        strips.mostPatches())
                .add(strips.each(gradients))
                .add(products())
                .build();
    }

    /** For each element the product of two matrices: channels by patches, patches by columns. */
    private CodeBlock products() {
        int channels = winograd.channels().length();
        int high = channels / Tile.HIGHEST * Tile.HIGHEST;
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow(
                        "for (int element = rowFrom * $1T.ROWS; element < rowTo * $1T.ROWS; element++)",
                        SimdNames.WINOGRAD)
                .addStatement("int to = element * stride + $L", layout.first().index())
                .beginControlFlow("for (int row = 0; row + $1L <= $2L; row += $1L)", Tile.HIGHEST, channels())
                .add(tile(Tile.HIGHEST, "row"))
                .endControlFlow();
        if (high < channels) {
            code.add(tile(channels - high, Integer.toString(high)));
        }
        return code.endControlFlow().build();
    }

    private CodeBlock tile(int height, String row) {
        SimdTiles.Cut cut = new SimdTiles.Cut(
                height, height == 1 ? 0 : 1, winograd.channels().length());
        int filters = contraction.columns().length();
        return CodeBlock.of(
                "$L(left, element * apart + $L, right, element * panel, together * patches, sums, to + $L * $L, $L, last,"
                        + " width);\n",
                members.tiles().method(cut, contraction.tile().vectors()),
                row,
                row,
                filters,
                filters);
    }

    private CodeBlock transformedBack() {
        String channel = winograd.channels().index();
        return CodeBlock.builder()
                .addStatement("float[] room = $L.left(member, $T.roomForTaps())", members.scratch(), SimdNames.WINOGRAD)
                .beginControlFlow(
                        "for (int $1L = member.from($2L), $1LEnd = member.to($2L); $1L < $1LEnd; $1L++)",
                        channel,
                        channels())
                .addStatement(
                        "$T.backward(sums, $L * $L, stride, $L, $L, $L * $L, stride, room)",
                        SimdNames.WEIGHT_TRANSFORM,
                        channel,
                        filters(),
                        filters(),
                        layout.target.buffer().name(),
                        channel,
                        filters())
                .endControlFlow()
                .build();
    }
}
