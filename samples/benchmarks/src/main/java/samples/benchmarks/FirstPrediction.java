package samples.benchmarks;

import java.nio.file.Path;

/** What {@link Start} waits for: a program that reads LeNet from a file, names one image, and ends. */
final class FirstPrediction {

    private FirstPrediction() {}

    public static void main(String[] arguments) throws Exception {
        Lenet lenet = Lenet.load(Path.of(arguments[0]));
        System.out.println(lenet.predict(new LenetRow(new byte[28 * 28])).lenetClass());
    }
}
