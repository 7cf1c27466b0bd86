package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Tile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** What the steps of a SIMD class need besides: how columns are cut into panels, tables of places, room for packed panels, tiles. */
public final class SimdMembers {

    private static final String SCRATCH = "scratch";

    private final Map<String, CodeBlock> constants = new LinkedHashMap<>();
    private final Map<String, TypeName> types = new LinkedHashMap<>();
    private final SimdTiles tiles;
    private final Predicate<Buffer> constant;
    /** The methods that pack what never changes, by the name of the array that keeps it. */
    private final Map<String, MethodSpec> packed = new LinkedHashMap<>();
    /** What follows the sums of blocks, by the name of each method. */
    private final Map<String, MethodSpec> blocks = new LinkedHashMap<>();

    private boolean multiplies;

    /**
     * @param constant which arrays never change as long as the class's instance lives
     * @param tiles where the loops of products go
     */
    SimdMembers(Predicate<Buffer> constant, SimdTiles tiles) {
        this.tiles = tiles;
        this.constant = constant;
    }

    /** Whether a buffer never changes. */
    boolean keeps(Buffer buffer) {
        return constant.test(buffer);
    }

    /**
     * The name of the array that keeps the panels of a buffer.
     *
     * @param pack fills the array {@code right}
     */
    String kept(Buffer buffer, CodeBlock length, CodeBlock pack) {
        String name = buffer.name() + "Panels";
        packed.put(
                name,
                MethodSpec.methodBuilder("pack" + Names.capitalized(buffer.name()))
                        .addJavadoc("The panels of {@code $L}, which all passes of a predictor share.", buffer.name())
                        .addModifiers(Modifier.PRIVATE)
                        .returns(float[].class)
                        .addStatement("float[] right = new float[$L]", length)
                        .addCode(pack)
                        .addStatement("return right")
                        .build());
        return name;
    }

    /**
     * The name of a method that does what follows the sums of a block of {@code target}.
     *
     * @param taken the numbers that it takes
     */
    String block(String target, List<String> taken, CodeBlock code) {
        String name = target + "Block";
        for (int i = 2; ; i++) {
            MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                    .addJavadoc(
                            "What follows the sums of a block of {@code $L}: apart, because HotSpot inlines only so much into one method.",
                            target)
                    .addModifiers(Modifier.PRIVATE);
            taken.forEach(number -> method.addParameter(TypeName.INT, number));
            MethodSpec block = method.addCode(code).build();
            if (blocks.computeIfAbsent(name, key -> block).equals(block)) {
                return name;
            }
            name = target + "Block" + i;
        }
    }

    /** {@code conv2WeightPanels = packConv2Weight();} for each array that is kept. */
    CodeBlock packs() {
        return packed.entrySet().stream()
                .map(each -> CodeBlock.of(
                        "$L = $L();\n", each.getKey(), each.getValue().name()))
                .collect(CodeBlock.joining(""));
    }

    /** {@code conv2WeightPanels = template.conv2WeightPanels;} for each array that is kept. */
    CodeBlock copies() {
        return packed.keySet().stream()
                .map(name -> CodeBlock.of("$1L = template.$1L;\n", name))
                .collect(CodeBlock.joining(""));
    }

    /** The name of the constant that cuts {@code columns} into panels: {@code DENSE1_OUT_PANELS}. */
    String panels(Axis columns, Tile tile) {
        boolean highest = tile.rows() == Tile.HIGHEST;
        String name = columns.extent() + "_PANELS" + (highest ? "" : tile.vectors());
        constants.put(
                name,
                highest
                        ? CodeBlock.of("$T.forTilesOf$L($L)", SimdNames.PANELS, tile.rows(), columns.extent())
                        : CodeBlock.of("$T.of($L, $L)", SimdNames.PANELS, columns.extent(), tile.vectors()));
        types.put(name, SimdNames.PANELS);
        return name;
    }

    /** The name of a table of places: those of so many images, of {@code outer} runs of {@code inner} terms. */
    String places(int images, int image, int outer, int outerStep, int inner, int innerStep) {
        String many = images == 1 ? "" : images + "X" + image + "_";
        String name = "PLACES_" + many + outer + "X" + outerStep + "_" + inner + "X" + innerStep;
        constants.put(name, SimdTiles.places(images, image, outer, outerStep, inner, innerStep));
        types.put(name, TypeName.get(int[].class));
        return name;
    }

    String scratch() {
        return SCRATCH;
    }

    /** The tiles; whoever asks for one needs room for what it reads. */
    SimdTiles tiles() {
        multiplies = true;
        return tiles;
    }

    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        constants.forEach((name, value) ->
                fields.add(FieldSpec.builder(types.get(name), name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(value)
                        .build()));
        if (multiplies) {
            fields.add(FieldSpec.builder(SimdNames.SCRATCH, SCRATCH, Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", SimdNames.SCRATCH)
                    .build());
        }
        packed.keySet()
                .forEach(name -> fields.add(FieldSpec.builder(float[].class, name, Modifier.PRIVATE, Modifier.FINAL)
                        .build()));
        return fields;
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>(packed.values());
        methods.addAll(blocks.values());
        return methods;
    }
}
