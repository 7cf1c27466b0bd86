package samples.benchmarks;

import java.util.Arrays;

/** What is measured of a workload. */
public enum Kind {
    TRAIN("train", 6.0),
    INFER_ONE("infer1", 2.0),
    INFER_BATCH("inferB", 2.0);

    private final String label;
    private final double seconds;

    Kind(String label, double seconds) {
        this.label = label;
        this.seconds = seconds;
    }

    /** How long it is measured. */
    public double seconds() {
        return seconds;
    }

    public int rows(Workload workload) {
        return this == INFER_ONE ? 1 : workload.batch();
    }

    /** Floating-point operations of a step. */
    public double flop(Workload workload) {
        return (double) rows(workload) * (this == TRAIN ? workload.trainingFlop() : workload.inferenceFlop());
    }

    static Kind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(label));
    }

    @Override
    public String toString() {
        return label;
    }
}
