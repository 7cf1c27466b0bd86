package samples.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long a program takes that loads a saved LeNet and predicts once: from the start of its JVM to its end. */
@Command(name = "start", mixinStandardHelpOptions = true, sortOptions = false)
public final class Start implements Callable<Integer> {

    /** How a JVM is started. */
    enum Dialect {
        SCALAR("-Dnnlang.simd=false"),
        VECTORS("--add-modules=jdk.incubator.vector");

        private final String flag;

        Dialect(String flag) {
            this.flag = flag;
        }
    }

    @Option(names = "--jdk", split = ",", description = "the homes of the JDKs to measure with; default: this one")
    private List<Path> jdks = List.of(Path.of(System.getProperty("java.home")));

    @Option(names = "--runs", description = "default: ${DEFAULT-VALUE}")
    private int runs = 21;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Start()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        for (Path jdk : jdks) {
            for (Dialect dialect : Dialect.values()) {
                double[] seconds = measure(jdk, dialect, runs);
                System.out.printf(
                        Locale.ROOT,
                        "%s %s: median %.3f s, %.3f to %.3f%n",
                        jdk,
                        dialect.name().toLowerCase(Locale.ROOT),
                        seconds[runs / 2],
                        seconds[0],
                        seconds[runs - 1]);
            }
        }
        return 0;
    }

    /** The seconds of each run, the shortest first; one more before them brings all files into memory. */
    static double[] measure(Path jdk, Dialect dialect, int runs) throws Exception {
        Path model = Files.createTempFile("lenet", ".safetensors");
        try {
            Network.of(Workload.LENET).model().write(model);
            run(jdk, dialect, model);
            double[] seconds = new double[runs];
            for (int i = 0; i < runs; i++) {
                seconds[i] = run(jdk, dialect, model);
            }
            Arrays.sort(seconds);
            return seconds;
        } finally {
            Files.delete(model);
        }
    }

    private static double run(Path jdk, Dialect dialect, Path model) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(
                        jdk.resolve("bin").resolve("java").toString(),
                        dialect.flag,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstPrediction.class.getName(),
                        model.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        long begin = System.nanoTime();
        int code = program.start().waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (code != 0) {
            throw new IllegalStateException("the program ended with " + code);
        }
        return seconds;
    }
}
