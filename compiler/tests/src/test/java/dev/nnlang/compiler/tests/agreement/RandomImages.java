package dev.nnlang.compiler.tests.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random layers for images, of any stride and padding, and the size of the image that flows through them. */
final class RandomImages {

    private static final int LARGEST_WINDOW = 4;
    private static final List<String> MERGES = List.of("add", "multiply", "maximum");

    private final Random random;
    private final Supplier<String> activation;
    private final List<String> blocks = new ArrayList<>();
    private final List<String> lets = new ArrayList<>();
    private int height;
    private int width;
    private int channels;

    RandomImages(Random random, Supplier<String> activation) {
        this.random = random;
        this.activation = activation;
        this.height = 1 + random.nextInt(7);
        this.width = 1 + random.nextInt(7);
        this.channels = 1 + random.nextInt(3);
    }

    /** {@code 5x3x2}: the image as it is now. */
    String size() {
        return height + "x" + width + "x" + channels;
    }

    /** The blocks that the layers use. */
    List<String> blocks() {
        return blocks;
    }

    /** The values that name layers, which must stand before the layers. */
    List<String> lets() {
        return lets;
    }

    /** Some layers, the last of which may leave a vector. */
    List<String> layers() {
        List<String> layers = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            layers.add("flatten -> reshape(" + size() + ")");
        }
        for (int i = 0; i <= random.nextInt(4); i++) {
            layers.add(layer());
            if (random.nextInt(2) == 0) {
                layers.add(activation.get());
            }
        }
        switch (random.nextInt(3)) {
            case 0 -> layers.add("global_average_pool");
            case 1 -> layers.add("flatten");
            default -> {}
        }
        return layers;
    }

    private String layer() {
        return switch (random.nextInt(11)) {
            case 0, 1, 2 -> conv();
            case 3 -> "depthwise_conv(" + sliding() + bias();
            case 4 -> "max_pool(" + sliding() + ")";
            case 5 -> "average_pool(" + sliding() + ")";
            case 6 -> branches();
            case 7 -> concatenated();
            case 8 -> residual();
            case 9 -> shared();
            default -> keeping();
        };
    }

    private String conv() {
        int filters = filters();
        String conv = "conv(" + filters + ", " + sliding() + bias();
        channels = filters;
        return random.nextInt(3) == 0 ? conv + " -> batch_norm" : conv;
    }

    private int filters() {
        return 1 + random.nextInt(4);
    }

    private String bias() {
        return random.nextInt(3) == 0 ? ", bias: false)" : ")";
    }

    /** What keeps the size of the image. */
    private String keeping() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> "batch_norm";
            case 2 -> "layer_norm";
            case 3 -> "dropout(0." + (1 + random.nextInt(5)) + ")";
            case 4 -> "reshape(" + width + "x" + height + "x" + channels + ") -> reshape(" + size() + ")";
            default -> sameConv(channels);
        };
    }

    /** Odd windows and padding keep height and width. */
    private String sameConv(int filters) {
        return sameConv(Integer.toString(filters));
    }

    private String sameConv(String filters) {
        int padding = random.nextInt(3);
        String size = 2 * padding + 1 + "x" + (2 * padding + 1);
        return "conv(" + filters + ", " + size + ", padding: " + (random.nextBoolean() ? "same" : padding) + bias();
    }

    private String branches() {
        return IntStream.rangeClosed(0, 1 + random.nextInt(2))
                .mapToObj(i -> random.nextInt(3) == 0 ? "identity" : keeping())
                .collect(Collectors.joining(" | ", "( ", " ) -> " + merge()));
    }

    private String concatenated() {
        int more = filters();
        String concat =
                "( " + sameConv(more) + " -> " + activation.get() + " | identity | " + keeping() + " ) -> concat";
        channels = more + 2 * channels;
        return channels > 6 ? concat + " -> " + narrowed() : concat;
    }

    private String narrowed() {
        channels = filters();
        return "conv(" + channels + ", 1x1" + bias();
    }

    private String residual() {
        String name = "r" + blocks.size();
        blocks.add("block " + name + "(filters) {\n  in -> ( " + sameConv("filters") + " -> batch_norm -> tanh -> "
                + sameConv("filters") + " -> batch_norm | identity ) -> add -> " + activation.get() + " -> out\n}\n");
        return name + "(" + channels + ")" + (random.nextBoolean() ? " * 2" : "");
    }

    private String shared() {
        String name = "c" + lets.size();
        String norm = random.nextBoolean() ? " -> batch_norm" : "";
        lets.add("  let " + name + " = " + sameConv(channels) + norm + " -> " + activation.get());
        return name + " * 2";
    }

    private String merge() {
        return MERGES.get(random.nextInt(MERGES.size()));
    }

    /** {@code 3x2, stride: 2, padding: 1x0}: a window that fits, with what it leaves of the image. */
    private String sliding() {
        int down = 1 + random.nextInt(LARGEST_WINDOW);
        int across = 1 + random.nextInt(LARGEST_WINDOW);
        int strideDown = 1 + random.nextInt(3);
        int strideAcross = random.nextBoolean() ? strideDown : 1 + random.nextInt(3);
        boolean same = random.nextInt(4) == 0;
        int above = padding(height, down);
        int before = padding(width, across);
        height = positions(height + (same ? down - 1 : 2 * above), down, strideDown);
        width = positions(width + (same ? across - 1 : 2 * before), across, strideAcross);
        return down + "x" + across + ", stride: " + both(strideDown, strideAcross) + ", padding: "
                + (same ? "same" : both(above, before));
    }

    /** At least as much as it takes that the window fits. */
    /** Less than the window: no window may see nothing but padding. */
    private int padding(int length, int window) {
        int least = Math.max(0, (window - length + 1) / 2);
        return least + random.nextInt(Math.min(3, window - least));
    }

    private static int positions(int length, int window, int stride) {
        return (length - window) / stride + 1;
    }

    private static String both(int down, int across) {
        return down == across ? Integer.toString(down) : down + "x" + across;
    }
}
