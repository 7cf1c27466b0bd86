package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.JavaAccess;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Winograd;
import java.util.stream.Stream;

/** The strips of patches that Winograd's filtering cuts images into: the loop over them, and where they lie. */
public final class SimdStrips {

    private final SimdLayout layout;
    private final Winograd winograd;
    /** How many strips are taken at once. */
    private final int together;

    /** @param patches how many make it worth while to take strips together */
    SimdStrips(SimdLayout layout, Winograd winograd, int patches, int mostChannels) {
        this.layout = layout;
        this.winograd = winograd;
        int each = Winograd.patches(winograd.width());
        int most = Math.max(1, mostChannels / (winograd.channels().length() * each));
        this.together = Math.min(most, (patches + each - 1) / each);
    }

    /** How many strips an image has, and how many patches a strip. */
    CodeBlock counts() {
        return CodeBlock.builder()
                .addStatement("int strips = $L", patches(winograd.height()))
                .addStatement("int patches = $L", patches(winograd.width()))
                .build();
    }

    private static String patches(Axis axis) {
        String outputs = axis.extent().toString();
        return axis.length() % Winograd.OUTPUTS == 0
                ? outputs + " / " + Winograd.OUTPUTS
                : "(" + outputs + " + " + (Winograd.OUTPUTS - 1) + ") / " + Winograd.OUTPUTS;
    }

    /** How many patches are taken at once. */
    String mostPatches() {
        return together == 1 ? "patches" : together + " * patches";
    }

    /** Where the elements of all patches that are taken at once lie, and how far apart. */
    CodeBlock room(SimdMembers members) {
        Axis.Extent channels = winograd.channels().extent();
        return CodeBlock.builder()
                .addStatement("int apart = $T.apart($L, $L)", SimdNames.WINOGRAD, mostPatches(), channels)
                .addStatement(
                        "float[] left = $L.left(member, $T.room($L, $L))",
                        members.scratch(),
                        SimdNames.WINOGRAD,
                        mostPatches(),
                        channels)
                .build();
    }

    /** Some strips of all images after the other. */
    CodeBlock over(String from, String to, CodeBlock body) {
        return CodeBlock.builder()
                .addStatement("int endStrip = $L", to)
                .beginControlFlow("for (int strip = $L; strip < endStrip; strip += $L)", from, together)
                .addStatement("int together = Math.min($L, endStrip - strip)", together)
                .add(body)
                .endControlFlow()
                .build();
    }

    /** For each of them: which image it belongs to, and the first of its rows of outputs. */
    CodeBlock each(CodeBlock body) {
        return CodeBlock.builder()
                .beginControlFlow("for (int i = 0; i < together; i++)")
                .addStatement("int n = (strip + i) / strips")
                .addStatement("int $L = (strip + i) % strips * $L", top().index(), Winograd.OUTPUTS)
                .add(body)
                .endControlFlow()
                .build();
    }

    /** The loop over rows of outputs, standing at a strip's first. */
    Axis top() {
        Axis height = winograd.height();
        return new Axis(height.index() + "From", height.extent());
    }

    /** Where a strip of the image lies: see {@link #place}. */
    CodeBlock image() {
        return CodeBlock.of(
                "$L, $L - $L, $L",
                place(winograd.image()),
                winograd.imageHeight(),
                top().index(),
                winograd.imageWidth());
    }

    /** Where a strip of the outputs lies: see {@link #place}. */
    CodeBlock outputs() {
        return CodeBlock.of(
                "$L, $L - $L, $L",
                place(winograd.output()),
                winograd.height().extent(),
                top().index(),
                winograd.width().extent());
    }

    /** As methods take it: the array, the strip's place, how far its rows and pixels are apart. */
    private CodeBlock place(Access access) {
        return CodeBlock.of(
                "$L, $L, $L, $L",
                access.buffer().name(),
                JavaAccess.offset(start(access).indices()),
                access.stride(winograd.height()),
                access.stride(winograd.width()));
    }

    /** Where a strip begins, at a panel's first column. */
    private Access start(Access access) {
        Access start = access.replace(winograd.height(), top()).replace(layout.contraction.columns(), layout.first());
        Stream<Axis> inside = Stream.concat(layout.contraction.rows().stream(), layout.contraction.depth().stream())
                .filter(axis -> !axis.overRows())
                .filter(axis -> !axis.equals(winograd.height()));
        for (Axis axis : inside.toList()) {
            start = start.replace(axis, axis.standing());
        }
        return start;
    }
}
