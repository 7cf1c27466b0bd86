package samples.benchmarks;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of the benchmark. The peers in Python print the same. */
public record Result(String peer, Workload workload, Kind kind, double microseconds) {
    private static final Pattern LINE =
            Pattern.compile("(\\S+) +([a-z]+) +(train|infer1|inferB) +([0-9.]+) us/step +[0-9]+ rows/s");

    /** Empty if the line is of something else. */
    public static Optional<Result> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Workload workload = Workload.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
        return Optional.of(new Result(
                matcher.group(1), workload, Kind.of(matcher.group(3)), Double.parseDouble(matcher.group(4))));
    }

    public double gigaflops() {
        return kind.flop(workload) / microseconds / 1e3;
    }

    @Override
    public String toString() {
        double rows = kind.rows(workload) / microseconds * 1e6;
        return String.format(
                Locale.ROOT, "%-14s %-8s %-6s %12.1f us/step %14.0f rows/s", peer, workload, kind, microseconds, rows);
    }
}
