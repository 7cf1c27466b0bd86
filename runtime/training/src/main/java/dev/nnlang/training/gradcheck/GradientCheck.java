package dev.nnlang.training.gradcheck;

import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Port;
import dev.nnlang.training.network.Trainable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares the gradients that a network computes with finite differences of its loss, on rows and weights drawn at
 * random. Needs no data: every port is filled with noise.
 */
public final class GradientCheck {
    /** Entries compared of each parameter. */
    private static final int LIMIT = 200;

    /** Steps of the differences. A kink of the loss inside the first is outside of a smaller one. */
    private static final double[] STEPS = {1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8};

    /** The step of the one-sided slopes on either side of a kink, and how much they differ there at least. */
    private static final double KINK_STEP = 1e-7;

    private static final double KINK = 1e-4;

    private static final double CLOSE = 1e-8;

    /** Differences carry rounding errors of the loss; gradients far below this say nothing. */
    private static final double FLOOR = 1e-6;

    private static final double NOISE = 0.1;

    private final Trainable<double[]> network;
    private final RandomStream random;
    private final int rows;

    private GradientCheck(Trainable<double[]> network, long seed, int rows) {
        this.network = network;
        this.random = RandomStream.of(seed, "gradient check");
        this.rows = rows;
    }

    /**
     * Checks every parameter, all entries of the small ones and a sample of the large ones.
     *
     * @param rows at most the network's batch
     */
    public static GradientReport run(Trainable<double[]> network, long seed, int rows) {
        GradientCheck check = new GradientCheck(network, seed, rows);
        network.inputs().forEach(check::fill);
        network.targets().forEach(check::fill);
        network.parameters().forEach(check::draw);
        double loss = network.gradient(rows);
        double floor = FLOOR * Math.max(1, Math.abs(loss));
        List<double[]> gradients = network.parameters().stream()
                .map(each -> each.gradient().clone())
                .toList();
        List<GradientReport.Line> lines = new ArrayList<>();
        for (int i = 0; i < gradients.size(); i++) {
            lines.add(check.compare(network.parameters().get(i), gradients.get(i), floor));
        }
        return new GradientReport(loss, lines);
    }

    private void fill(Port<double[]> port) {
        if (port instanceof Port.Labels<double[]> labels) {
            IntStream.range(0, rows).forEach(i -> labels.values()[i] = random.nextInt(labels.classes()));
        } else if (port instanceof Port.Reals<double[]> reals) {
            IntStream.range(0, rows * reals.width()).forEach(i -> reals.values()[i] = random.nextGaussian());
        }
    }

    /** As before training, and some noise, so that what starts at zero is checked elsewhere too. */
    private void draw(Parameter<double[]> parameter) {
        double[] drawn = parameter.initializer().draw(parameter.shape(), random);
        for (int i = 0; i < drawn.length; i++) {
            parameter.values()[i] = drawn[i] + NOISE * random.nextGaussian();
        }
    }

    private GradientReport.Line compare(Parameter<double[]> parameter, double[] gradient, double floor) {
        int[] entries = IntStream.range(0, gradient.length).toArray();
        random.shuffle(entries);
        int checked = Math.min(entries.length, LIMIT);
        double worst = 0;
        int kinks = 0;
        for (int i = 0; i < checked; i++) {
            double expected = gradient[entries[i]];
            double difference = difference(parameter.values(), entries[i], expected, floor);
            if (difference > GradientReport.TOLERANCE && isKink(parameter.values(), entries[i], expected, floor)) {
                kinks++;
            } else {
                // Math.max keeps a NaN, so that one is never mistaken for agreement.
                worst = Math.max(worst, difference);
            }
        }
        return new GradientReport.Line(
                parameter.name(), parameter.layer(), parameter.shape(), checked - kinks, kinks, gradient.length, worst);
    }

    /** The relative difference at the step where it is smallest: a wrong gradient differs at all of them. */
    private double difference(double[] values, int entry, double gradient, double floor) {
        double smallest = Double.NaN;
        for (double step : STEPS) {
            double numeric = slope(values, entry, step);
            double scale = Math.max(floor, Math.max(Math.abs(gradient), Math.abs(numeric)));
            double difference = Math.abs(gradient - numeric) / scale;
            smallest = Double.isNaN(smallest) ? difference : Math.min(smallest, difference);
            if (smallest < CLOSE) {
                break;
            }
        }
        return smallest;
    }

    /**
     * Whether the loss has a kink here (a relu at 0, equal maxima): its slopes to the left and to the right differ, and the
     * gradient is one of them, or lies between. The central difference is then no derivative.
     */
    private boolean isKink(double[] values, int entry, double gradient, double floor) {
        double here = loss(values, entry, 0);
        double right = (loss(values, entry, KINK_STEP) - here) / KINK_STEP;
        double left = (here - loss(values, entry, -KINK_STEP)) / KINK_STEP;
        double scale = Math.max(floor, Math.max(Math.abs(left), Math.abs(right)));
        double slack = KINK / 2 * scale;
        boolean between = gradient >= Math.min(left, right) - slack && gradient <= Math.max(left, right) + slack;
        // A hundredth of the floor is above what rounding makes of the two slopes.
        return Math.abs(right - left) > KINK * scale + floor / 100 && between;
    }

    /** Central difference of fourth order (Abramowitz and Stegun 25.3.6). */
    private double slope(double[] values, int entry, double step) {
        double near = loss(values, entry, step) - loss(values, entry, -step);
        double far = loss(values, entry, 2 * step) - loss(values, entry, -2 * step);
        return (8 * near - far) / (12 * step);
    }

    private double loss(double[] values, int entry, double offset) {
        double value = values[entry];
        values[entry] = value + offset;
        // Training and prediction may be different functions; the gradient is of the one that is trained.
        double loss = network.gradient(rows);
        values[entry] = value;
        return loss;
    }
}
