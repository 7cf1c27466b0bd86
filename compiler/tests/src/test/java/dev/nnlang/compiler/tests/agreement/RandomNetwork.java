package dev.nnlang.compiler.tests.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A random file with one network.
 *
 * @param seed makes it again
 * @param text the file; its package tells it from the others
 */
record RandomNetwork(int seed, String text) {

    /** What neighbouring seeds draw first would be the same: the golden ratio puts them far apart. */
    static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int[] ODD_WIDTHS = {1, 3, 7, 17};
    private static final List<String> STANDARD = List.of(
            "identity", "sigmoid", "tanh", "relu", "leaky_relu", "prelu", "elu", "selu", "softplus", "swish", "gelu");
    private static final List<String> NORMS = List.of("batch_norm", "batch_norm", "layer_norm", "dropout(0.3)");

    static final int COUNT = Integer.getInteger("random.networks", 300);
    private static final int FIRST_SEED = Integer.getInteger("random.seed", 1);

    /** Those that the build tries, or the command line asks for. */
    static Stream<RandomNetwork> chosen() {
        return IntStream.range(FIRST_SEED, FIRST_SEED + COUNT).mapToObj(RandomNetwork::of);
    }

    static RandomNetwork of(int seed) {
        return new Builder(seed).build();
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }

    /** Writes a file from the top, throwing dice. */
    private static final class Builder {

        private final int seed;
        private final Random random;
        private final StringBuilder formulas = new StringBuilder();
        private final RandomFlow flow;
        private final List<String> numbers = new ArrayList<>();
        private final RandomLabels categories;
        private final RandomSideOutput side;
        private int declared;
        private String lastNamed = "";

        Builder(int seed) {
            this.seed = seed;
            this.random = new Random(seed * SPREAD);
            this.side = RandomSideOutput.of(seed);
            this.flow = new RandomFlow(random, this::activation);
            this.categories = new RandomLabels(new Random(-seed * SPREAD));
        }

        RandomNetwork build() {
            boolean labels = random.nextBoolean();
            int classes = (labels ? 2 : 1) + random.nextInt(6);
            Optional<RandomImages> images =
                    random.nextInt(5) < 3 ? Optional.of(new RandomImages(random, this::activation)) : Optional.empty();
            String input =
                    images.map(image -> "picture: image(" + image.size() + ")").orElseGet(this::columns);
            String loss = labels ? ofLabels(classes) : ofNumbers();
            String network = network(images, loss, classes, labels);
            String chain = side.chain(lastNamed);
            String text = String.join(
                    "\n",
                    "package random.n" + seed,
                    formulas,
                    String.join("\n", flow.blocks()),
                    images.map(each -> String.join("\n", each.blocks())).orElse(""),
                    "data Rows {",
                    "  input  " + input,
                    "  target y: " + (labels ? "one of 0.." + (classes - 1) : "real[" + classes + "]"),
                    side.target(),
                    "}",
                    "network Net for Rows {",
                    String.join("\n", flow.lets()),
                    String.join("\n", images.map(RandomImages::lets).orElseGet(categories::lets)),
                    network,
                    chain,
                    "}",
                    "train Net { loss: " + side.beside(loss) + " optimizer: sgd(rate: 0.1) until: epoch = 1 }");
            return new RandomNetwork(seed, text);
        }

        private String columns() {
            IntStream.rangeClosed(0, random.nextInt(3)).forEach(i -> numbers.add("x" + i));
            Stream<String> declared = numbers.stream()
                    .map(name -> name + ": " + (random.nextBoolean() ? "real" : "real[" + width() + "]"));
            return Stream.concat(declared, categories.columns().stream()).collect(Collectors.joining("\n  input  "));
        }

        /** A chain of layers, cut into values that are named. */
        private String network(Optional<RandomImages> images, String loss, int classes, boolean labels) {
            List<String> layers = new ArrayList<>();
            if (random.nextInt(4) == 0) {
                layers.add(activation());
            }
            images.ifPresent(each -> layers.addAll(each.layers()));
            int hidden = random.nextInt(images.isPresent() ? 2 : 4);
            for (int i = 0; i < hidden; i++) {
                int units = width();
                layers.add(dense(Integer.toString(units)));
                if (random.nextInt(3) == 0) {
                    layers.add(norm());
                }
                IntStream.range(0, random.nextInt(3)).forEach(each -> layers.add(activation()));
                if (random.nextInt(10) == 0) {
                    layers.add("softmax");
                }
                if (random.nextInt(2) == 0) {
                    layers.add(flow.piece(units));
                }
            }
            // In a `let`, which has no target of its own, `classes` might be those of either output.
            layers.add(dense(labels && side.isNone() ? "classes" : Integer.toString(classes)));
            if (random.nextInt(4) == 0) {
                layers.add(norm());
            }
            if (loss.startsWith("cross_entropy")) {
                layers.add("softmax");
            } else if (loss.equals("binary_cross_entropy")) {
                layers.add("sigmoid");
            } else if (!labels && random.nextInt(3) == 0) {
                layers.add(random.nextInt(4) == 0 && classes > 1 ? "softmax" : activation());
            }
            layers.add("y");
            return named(images.isPresent() ? "picture" : categories.start(numbers), layers);
        }

        private String named(String start, List<String> layers) {
            StringBuilder lines = new StringBuilder();
            String from = start;
            int begin = 0;
            for (int i = 1; i < layers.size() - 1; i++) {
                if (random.nextInt(5) == 0) {
                    lines.append("  let h").append(i).append(" = ").append(from).append(" -> ");
                    lines.append(String.join(" -> ", layers.subList(begin, i))).append('\n');
                    from = "h" + i;
                    begin = i;
                }
            }
            lastNamed = from;
            return lines + "  " + from + " -> " + String.join(" -> ", layers.subList(begin, layers.size()));
        }

        private String norm() {
            return NORMS.get(random.nextInt(NORMS.size()));
        }

        private String dense(String units) {
            return "dense(" + units + (random.nextInt(4) == 0 ? ", bias: false" : "") + ")";
        }

        private int width() {
            return random.nextBoolean() ? ODD_WIDTHS[random.nextInt(ODD_WIDTHS.length)] : 1 + random.nextInt(20);
        }

        private String activation() {
            return random.nextInt(3) == 0 ? STANDARD.get(random.nextInt(STANDARD.size())) : declared();
        }

        /** Declares an activation with options and trained parameters; some are given where it is used. */
        private String declared() {
            String name = "f" + declared++;
            List<String> variables = new ArrayList<>(List.of("x"));
            List<String> parameters = new ArrayList<>();
            if (random.nextInt(3) == 0) {
                variables.add("a");
                parameters.add("a = 0.8");
            }
            if (random.nextInt(3) == 0) {
                variables.add("b");
                parameters.add("learn b = 0.4");
            }
            if (random.nextInt(3) == 0) {
                variables.add("c");
                parameters.add("learn c = -0.3 per channel");
            }
            String given = variables.contains("a") && random.nextBoolean() ? "(a: 1.3)" : "";
            String options = parameters.isEmpty() ? "" : "; " + String.join(", ", parameters);
            formulas.append(String.format(
                    "activation %s(x%s) =%n  %s%n", name, options, RandomFormula.over(variables, random)));
            return name + given;
        }

        private String ofLabels(int classes) {
            return switch (random.nextInt(6)) {
                case 0 -> "hinge";
                case 1 -> "squared_hinge";
                case 2 ->
                    "cross_entropy(smoothing: 0.1" + (random.nextBoolean() ? ")" : ", weights: per_class(y_0: 3))");
                case 3 -> "cross_entropy(weights: per_class(y_0: 0.5, y_" + (classes - 1) + ": 2))";
                default -> "cross_entropy";
            };
        }

        private String ofNumbers() {
            if (random.nextInt(2) == 0) {
                return List.of("mean_squared_error", "mean_absolute_error", "huber(delta: 0.5)", "binary_cross_entropy")
                        .get(random.nextInt(4));
            }
            formulas.append(
                    String.format("loss distance(y, t) =%n  %s%n", RandomFormula.over(List.of("y", "t"), random)));
            return "distance";
        }
    }
}
