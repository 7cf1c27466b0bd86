package samples.benchmarks;

import java.util.Arrays;

/** What is measured of a workload. */
public enum Kind {
    TRAIN("train", 12, 6),
    INFER_ONE("infer1", 3, 2),
    INFER_BATCH("inferB", 3, 2);

    private final String label;
    private final double warm;
    private final double seconds;

    Kind(String label, double warm, double seconds) {
        this.label = label;
        this.warm = warm;
        this.seconds = seconds;
    }

    /** How many seconds it is run before: until HotSpot has compiled a step, on the processors that the step itself keeps busy. */
    public double warm() {
        return warm;
    }

    /** How many seconds it is measured. */
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
