package dev.nnlang.training.network;

import dev.nnlang.training.data.RandomStream;
import java.util.List;

/**
 * See {@link Initializer#orthogonal}. Keeps the length of what goes through (Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics
 * of learning in deep linear neural networks", 2014). The last dimension is a column for each unit, all others together are rows.
 */
record Orthogonal(double gain) implements Initializer {

    @Override
    public double[] draw(List<Integer> shape, RandomStream random) {
        int size = shape.stream().reduce(1, Math::multiplyExact);
        int columns = shape.isEmpty() ? 1 : shape.get(shape.size() - 1);
        int rows = size / columns;
        double[][] vectors = vectors(Math.min(rows, columns), Math.max(rows, columns), random);
        double[] values = new double[size];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double entry = columns <= rows ? vectors[column][row] : vectors[row][column];
                values[row * columns + column] = gain * entry;
            }
        }
        return values;
    }

    /** So many vectors of length 1 and at right angles, each direction as likely as any. */
    private static double[][] vectors(int count, int length, RandomStream random) {
        double[][] vectors = new double[count][length];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < length; k++) {
                vectors[i][k] = random.nextGaussian();
            }
            // Gram and Schmidt's procedure; a second round removes what rounding has left of the first.
            for (int round = 0; round < 2; round++) {
                for (int j = 0; j < i; j++) {
                    add(vectors[i], -dot(vectors[i], vectors[j]), vectors[j]);
                }
            }
            scale(vectors[i], 1 / Math.sqrt(dot(vectors[i], vectors[i])));
        }
        return vectors;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int k = 0; k < left.length; k++) {
            sum += left[k] * right[k];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] vector) {
        for (int k = 0; k < to.length; k++) {
            to[k] += factor * vector[k];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int k = 0; k < vector.length; k++) {
            vector[k] *= factor;
        }
    }
}
