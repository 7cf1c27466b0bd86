package dev.nnlang.training.batches;

import dev.nnlang.training.data.Augmentation;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.preprocess.Encoded;
import dev.nnlang.training.data.preprocess.Fitting;
import dev.nnlang.training.data.preprocess.ImageChange;
import dev.nnlang.training.metrics.Classification;
import dev.nnlang.training.metrics.Regression;
import dev.nnlang.training.metrics.Scorer;
import dev.nnlang.training.network.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes rows of a table into a batch. */
final class BatchLoader {
    private final Batch batch;
    private final Table table;
    private final Fitting fitting;
    private final List<Augmentation> augmentations;
    private final List<Wire> wires = new ArrayList<>();
    private final Map<String, Encoded> encoded = new HashMap<>();

    /** What leads from a column to its place in a port. */
    private interface Wire {
        void copy(int row, int slot, Optional<RandomStream> changes);
    }

    BatchLoader(Batch batch, Table table, Fitting fitting) {
        this.batch = batch;
        this.table = table;
        this.fitting = fitting;
        this.augmentations = table.schema().policy().augmentations();
        batch.inputs().forEach(this::connect);
        batch.targets().forEach(this::connect);
        for (int i = 0; i < batch.targets().size(); i++) {
            connectAnswers(batch.targets().get(i), batch.answers().get(i).numbers());
        }
    }

    /** Labels are in their port; numbers are there too, but after preprocessing. */
    private void connectAnswers(Port<float[]> target, double[] numbers) {
        if (target instanceof Port.Reals<float[]> reals) {
            int width = reals.width();
            double[] column = table.reals(reals.columns().get(0));
            wires.add((row, slot, changes) -> System.arraycopy(column, row * width, numbers, slot * width, width));
        }
    }

    private void connect(Port<float[]> port) {
        if (port instanceof Port.Labels<float[]> labels) {
            int[] column = table.labels(labels.column());
            wires.add((row, slot, changes) -> labels.values()[slot] = column[row]);
        } else if (port instanceof Port.Reals<float[]> reals) {
            int offset = 0;
            for (String name : reals.columns()) {
                int start = offset;
                Encoded values = encoded.computeIfAbsent(name, this::encode);
                Column column = column(name);
                wires.add((row, slot, changes) ->
                        copy(values, row, column, reals.values(), slot * reals.width() + start, changes));
                offset += column.kind().features();
            }
        }
    }

    private void copy(
            Encoded values, int row, Column column, float[] target, int offset, Optional<RandomStream> changes) {
        if (changes.isPresent() && column.kind() instanceof Column.Image image) {
            values.copy(row, target, offset, ImageChange.draw(augmentations, image, changes.get()));
        } else {
            values.copy(row, target, offset);
        }
    }

    private Encoded encode(String name) {
        return Encoded.of(table, column(name), fitting);
    }

    private Column column(String name) {
        return table.schema().order().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }

    /** Fills the batch with {@code rows} of these rows, beginning at {@code from}. */
    void load(int[] index, int from, int rows) {
        load(index, from, rows, Optional.empty());
    }

    /** Fills the batch like {@link #load(int[], int, int)}, the images changed at random. */
    void load(int[] index, int from, int rows, Optional<RandomStream> changes) {
        Optional<RandomStream> drawn = changes.filter(random -> !augmentations.isEmpty());
        for (Wire wire : wires) {
            for (int slot = 0; slot < rows; slot++) {
                wire.copy(index[from + slot], slot, drawn);
            }
        }
    }

    /** What scores the network's answers on rows of this table, for each target. */
    List<Scorer> scorers() {
        return batch.targets().stream().map(this::scorer).toList();
    }

    private Scorer scorer(Port<float[]> target) {
        if (target instanceof Port.Reals<float[]> reals) {
            String name = reals.columns().get(0);
            return new Regression(reals.width(), (y, element) -> restore(name, y, element));
        }
        Column.Labels kind =
                (Column.Labels) column(((Port.Labels<float[]>) target).column()).kind();
        return new Classification(kind.values());
    }

    private double restore(String name, float output, int element) {
        double value = output;
        for (int step = fitting.transforms(name).size() - 1; step >= 0; step--) {
            value = fitting.transforms(name).get(step).invert(value, element);
        }
        return value;
    }
}
