package samples.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ours beside the best of the others.
 *
 * @param results of one run
 * @param peak of all threads, in GFLOP/s
 */
record Comparison(List<Result> results, double peak) {
    private static final String OURS = "nnlang";

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%nFMA peak %.1f GFLOP/s%n%n", peak));
        results.stream().filter(result -> result.peer().equals(OURS)).forEach(ours -> text.append(line(ours)));
        return text.toString();
    }

    private String line(Result ours) {
        String speed = String.format(
                Locale.ROOT,
                "%-8s %-6s %12.1f us %7.1f GFLOP/s %5.2f of the peak",
                ours.workload(),
                ours.kind(),
                ours.microseconds(),
                ours.gigaflops(),
                ours.gigaflops() / peak);
        return speed + best(ours).map(best -> times(ours, best)).orElse("") + System.lineSeparator();
    }

    private static String times(Result ours, Result best) {
        return String.format(
                Locale.ROOT, "  %6.2f times as fast as %s", best.microseconds() / ours.microseconds(), best.peer());
    }

    /** The fastest of those that are not us. */
    private Optional<Result> best(Result ours) {
        return results.stream()
                .filter(each -> each.workload() == ours.workload() && each.kind() == ours.kind())
                .filter(each -> !each.peer().startsWith(OURS))
                .min(Comparator.comparingDouble(Result::microseconds));
    }
}
