package samples.benchmarks;

import java.util.Locale;
import java.util.Optional;

/** What a JVM of its own does for {@link Benchmarks}: {@code peak THREADS}, or {@code PEER WORKLOAD THREADS}. */
final class Measurement {
    static final String PEAK = "peak";

    private Measurement() {}

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[arguments.length - 1]);
        if (arguments[0].equals(PEAK)) {
            System.out.println(Peak.measure(threads));
        } else {
            measure(peer(arguments[0]), Workload.valueOf(arguments[1].toUpperCase(Locale.ROOT)), threads);
        }
        // Libraries leave threads behind that are no daemons.
        System.exit(0);
    }

    private static Peer peer(String name) {
        return Peer.all().stream()
                .filter(peer -> peer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no peer " + name));
    }

    private static void measure(Peer peer, Workload workload, int threads) throws Exception {
        Optional<Peer.Subject> subject = peer.prepare(workload, threads);
        if (subject.isPresent()) {
            for (Kind kind : Kind.values()) {
                step(subject.get(), kind, workload)
                        .map(Stopwatch.of(kind)::median)
                        .ifPresent(median -> System.out.println(new Result(peer.name(), workload, kind, median)));
            }
        }
    }

    private static Optional<Runnable> step(Peer.Subject subject, Kind kind, Workload workload) throws Exception {
        return kind == Kind.TRAIN ? subject.training() : subject.inference(kind.rows(workload));
    }
}
