package samples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures all peers on all workloads, one after the other, each pair in a JVM of its own; then compares. Of one workload the peers follow each
 * other at once, because a machine is not equally fast at all times.
 */
@Command(name = "benchmarks", mixinStandardHelpOptions = true, sortOptions = false)
public final class Benchmarks implements Callable<Integer> {

    @Option(names = "--workloads", split = ",", description = "of ${COMPLETION-CANDIDATES}; default: all")
    private List<Workload> workloads = List.of(Workload.values());

    @Option(names = "--peers", split = ",", description = "nnlang, nnlang-predict, nnlang-workspace, djl, onnxruntime, …; default: all")
    private List<String> peers = Peer.all().stream().map(Peer::name).toList();

    @Option(names = "--threads", description = "default: one for each processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--jdk", description = "the home of the JDK to measure with; default: ${DEFAULT-VALUE}")
    private Path jdk = Path.of(System.getProperty("java.home"));

    @Option(names = "--scalar", description = "without vectors: -Dnnlang.simd=false")
    private boolean scalar;

    @Option(names = "--jvm", split = ",", description = "more flags for the JVM, as -XX:+UseParallelGC")
    private List<String> flags = List.of();

    @Option(names = "--lines", description = "a file with lines of other peers, from the same machine; they are compared too")
    private Path lines;

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new Benchmarks()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        if (lines != null) {
            Files.readAllLines(lines).stream().map(Result::parse).flatMap(Optional::stream).forEach(results::add);
        }
        for (Workload workload : workloads) {
            for (String peer : peers) {
                for (String line : run(peer, workload.toString(), Integer.toString(threads))) {
                    System.out.println(line);
                    Result.parse(line).ifPresent(results::add);
                }
            }
        }
        double peak = Double.parseDouble(run(Measurement.PEAK, Integer.toString(threads)).get(0));
        System.out.print(new Comparison(results, peak));
        return 0;
    }

    /** What a new JVM prints. */
    private List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin").resolve("java").toString());
        command.add("--add-modules=jdk.incubator.vector");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dnnlang.threads=" + threads);
        command.add("-Dnnlang.simd=" + !scalar);
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Measurement.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> printed;
        try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            printed = output.lines().toList();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " failed");
        }
        return printed;
    }
}
