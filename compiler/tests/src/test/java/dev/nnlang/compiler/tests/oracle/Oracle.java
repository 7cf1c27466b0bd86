package dev.nnlang.compiler.tests.oracle;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;

/** PyTorch's figures. */
record Oracle(List<Network> networks, List<Optimizer> optimizers) {

    private static final Path FILE = Path.of("src/test/resources/oracle/pytorch.json");

    static Oracle read() {
        try (Reader reader = Files.newBufferedReader(FILE)) {
            return new GsonBuilder()
                    .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
                    .registerTypeAdapter(double[].class, (JsonDeserializer<double[]>)
                            (json, type, context) -> numbers(json).toArray())
                    .create()
                    .fromJson(reader, Oracle.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some are lists of rows; we want one after the other. */
    private static DoubleStream numbers(JsonElement json) {
        return json.isJsonArray()
                ? json.getAsJsonArray().asList().stream().flatMapToDouble(Oracle::numbers)
                : DoubleStream.of(json.getAsDouble());
    }

    /**
     * A network, a batch and what comes of it.
     *
     * @param network its chain, as in the language, without the target
     * @param inputShape of one row: a length, or height, width and channels
     * @param classes how many labels or numbers the target has
     * @param target labels, or {@code classes} numbers for each row
     */
    record Network(
            String name,
            String network,
            List<Integer> inputShape,
            int classes,
            String lossName,
            int rows,
            double[] input,
            double[] target,
            String mode,
            @SerializedName("parameters_in_order_of_use") List<Parameter> parameters,
            @SerializedName("running_statistics_after") List<Parameter> statisticsAfter,
            double[] output,
            double loss,
            double[] inputGradient) {

        /** Whether the figures are those of prediction, in which running statistics stay what they are. */
        boolean predicts() {
            return mode.equals("predict");
        }

        /** The running statistics before the figures were taken: those of a new network, or of a trained one that predicts. */
        List<double[]> runningStatistics() {
            return predicts() ? statisticsAfter.stream().map(Parameter::value).toList() : List.of();
        }

        /** A file with this network and its loss. */
        String source() {
            boolean image = inputShape.size() > 1;
            return source(image ? "image: image(" + dims() + ")" : "x: real[" + dims() + "]", network);
        }

        /** The same with the pixels of an image as numbers, because those of an image are bytes. */
        String sourceOfNumbers() {
            int numbers = inputShape.stream().reduce(1, Math::multiplyExact);
            return source(
                    "x: real[" + numbers + "]", network.replaceFirst("^(image|input)", "x -> reshape(" + dims() + ")"));
        }

        private String dims() {
            return String.join("x", inputShape.stream().map(String::valueOf).toList());
        }

        private String source(String input, String chain) {
            boolean labels = network.endsWith("softmax");
            return """
                    data Rows {
                      input  %s
                      target y: %s
                    }
                    network Net for Rows { %s -> y }
                    train Net { loss: %s optimizer: sgd(rate: 0.1) batch: all until: epoch = 1 }
                    """.formatted(
                            input, labels ? "one of 0.." + (classes - 1) : "real[" + classes + "]", chain, lossName);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** @param gradient of the loss */
    record Parameter(String name, double[] value, double[] gradient) {}

    /**
     * How an optimizer moves weights.
     *
     * @param optimizer as in the language
     * @param weights the first ones
     */
    record Optimizer(String name, String optimizer, double[] weights, List<Step> steps) {
        @Override
        public String toString() {
            return name;
        }
    }

    record Step(double[] gradient, double[] weightsAfter) {}
}
