package dev.nnlang.training.data.split;

import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Source;
import dev.nnlang.training.data.read.RowReader;
import dev.nnlang.training.data.read.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A source whose rows do not fit into memory, each drawn to a part of the split as it comes.
 *
 * @param shares of training, validation and test rows
 * @param seed of the draw, which is the same in every pass
 */
public record RowStream(Schema schema, Source source, Path base, double[] shares, long seed) {

    /** The same, whose file has elements of columns under these names. */
    RowStream fields(Map<String, List<String>> names) {
        return new RowStream(schema.fields(names), source, base, shares, seed);
    }

    /** Begins to read all of its rows. */
    RowReader open() throws IOException {
        return Tables.open(schema, source, base);
    }

    Draw draw() {
        return new Draw(shares, RandomStream.of(seed, "split"));
    }

    /** Tells the part of one row after the other. */
    static final class Draw {
        private final double[] shares;
        private final RandomStream random;

        private Draw(double[] shares, RandomStream random) {
            this.shares = shares;
            this.random = random;
        }

        int next() {
            double point = random.nextDouble();
            int part = 0;
            while (part < shares.length - 1 && point >= shares[part]) {
                point -= shares[part];
                part++;
            }
            return part;
        }
    }
}
