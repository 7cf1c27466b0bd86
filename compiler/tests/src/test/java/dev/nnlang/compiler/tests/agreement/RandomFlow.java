package dev.nnlang.compiler.tests.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random pieces of a chain that keep the width of what flows through them: branches, blocks, repetition, layers with shared weights. */
final class RandomFlow {

    private static final List<String> MERGES = List.of("add", "multiply", "maximum");

    private final Random random;
    private final Supplier<String> activation;
    private final List<String> blocks = new ArrayList<>();
    private final List<String> lets = new ArrayList<>();

    RandomFlow(Random random, Supplier<String> activation) {
        this.random = random;
        this.activation = activation;
    }

    /** The blocks that the pieces use. */
    List<String> blocks() {
        return blocks;
    }

    /** The values that name layers, which must stand before the pieces. */
    List<String> lets() {
        return lets;
    }

    /** Something that takes {@code width} values and gives as many. */
    String piece(int width) {
        return switch (random.nextInt(6)) {
            case 0 -> block(width);
            case 1 -> shared(width);
            case 2 -> "( dense(" + width + ") | * " + (1 + random.nextInt(3)) + " ) -> " + merge();
            case 3 -> concatenated(width);
            default -> branches(Integer.toString(width));
        };
    }

    private String branches(String width) {
        return IntStream.rangeClosed(0, 1 + random.nextInt(2))
                .mapToObj(i -> branch(width))
                .collect(Collectors.joining(" | ", "( ", " ) -> " + merge()));
    }

    private String branch(String width) {
        return switch (random.nextInt(5)) {
            case 0 -> "identity";
            case 1 -> activation.get();
            case 2 -> "dense(" + width + ")";
            case 3 -> "dense(" + width + ") -> ( tanh | identity ) -> " + merge();
            default -> "dense(" + (1 + random.nextInt(9)) + ") -> " + activation.get() + " -> dense(" + width + ")";
        };
    }

    private String concatenated(int width) {
        return "( dense(" + (1 + random.nextInt(4)) + ") | identity | sigmoid ) -> concat -> dense(" + width + ")";
    }

    /** A block with a value that is named and read twice. */
    private String block(int width) {
        String name = "b" + blocks.size();
        blocks.add("block " + name
                + "(units, inner = units + 1, shape = tanh) {\n  let inside = in -> dense(inner) -> shape\n"
                + "  let other = inside -> dense(units)\n  let skipped = in -> " + branches("units") + "\n"
                + "  " + merge() + "(other, skipped, other) -> " + activation.get() + " -> out\n}\n");
        String use = name + "(" + width + (random.nextBoolean() ? ", shape: sigmoid" : "") + ")";
        return random.nextBoolean() ? use : use + " * 2";
    }

    private String shared(int width) {
        String name = "s" + lets.size();
        lets.add("  let " + name + " = dense(" + width + ") -> " + activation.get());
        return random.nextBoolean()
                ? name + " * 2"
                : "( " + name + " | tanh -> " + name + " ) -> " + merge() + " -> " + name;
    }

    private String merge() {
        return MERGES.get(random.nextInt(MERGES.size()));
    }
}
