package dev.nnlang.training.batches;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.training.SoftmaxRegression;
import dev.nnlang.training.ToyTask;
import dev.nnlang.training.data.Augmentation;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.data.RowPolicy;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.preprocess.Fitting;
import dev.nnlang.training.data.split.Rows;
import dev.nnlang.training.metrics.Answers;
import dev.nnlang.training.network.Port;
import dev.nnlang.training.network.Trainable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrefetchedBatchSourceTest {
    private static final int BATCH = 8;

    /** A thread whose last work is done still takes a moment to end. */
    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("nnlang-reader")) {
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    private static Table images() {
        Schema schema = Schema.named("Picture")
                .input(Column.image("image", 3, 3, 1))
                .target(Column.oneOf("label", "cat", "dog"))
                .policy(RowPolicy.PLAIN.augment(Augmentation.horizontalFlip()).augment(Augmentation.shift(1)));
        Table.Builder table = Table.of(schema);
        for (int row = 0; row < 30; row++) {
            byte[] pixels = new byte[9];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (9 * row + i);
            }
            table.row(pixels, row % 3 == 0 ? "cat" : "dog");
        }
        return table.build();
    }

    private static Rows all(Table table) {
        return new Rows(table, IntStream.range(0, table.rows()).toArray());
    }

    /** Everything that two epochs bring: ports and answers, as they stand after each batch. */
    private static List<List<Float>> batches(Trainable<float[]> network, Rows rows, boolean ahead) throws Exception {
        Batch own = Batch.of(network);
        Batch written = ahead ? own.another() : own;
        BatchSource supply =
                new TableBatchSource(rows, new BatchLoader(written, rows.table(), Fitting.of(rows)), written);
        supply = ahead ? new PrefetchedBatchSource(supply, written, own) : supply;
        RandomStream order = RandomStream.of(1, "order");
        RandomStream changes = RandomStream.of(1, "augment");
        List<List<Float>> seen = new ArrayList<>();
        for (int epoch = 0; epoch < 2; epoch++) {
            try (Batches pass = supply.training(order, changes)) {
                for (int count = pass.next(); count > 0; count = pass.next()) {
                    seen.add(contents(network, pass.answers().get(0), count));
                }
            }
            try (Batches pass = supply.scoring()) {
                seen.add(contents(network, pass.answers().get(0), pass.next()));
            }
        }
        return seen;
    }

    private static List<Float> contents(Trainable<float[]> network, Answers answers, int count) {
        List<Float> values = new ArrayList<>(List.of((float) count));
        for (List<Port<float[]>> ports : List.of(network.inputs(), network.targets())) {
            for (Port<float[]> port : ports) {
                for (int i = 0; i < count; i++) {
                    if (port instanceof Port.Labels<float[]> labels) {
                        values.add((float) labels.values()[i]);
                    } else if (port instanceof Port.Reals<float[]> reals) {
                        for (int j = 0; j < reals.width(); j++) {
                            values.add(reals.values()[i * reals.width() + j]);
                        }
                    }
                }
            }
        }
        for (int i = 0; i < count; i++) {
            values.add(answers.numbers().length > 0 ? (float) answers.numbers()[i] : answers.labels()[i]);
        }
        return values;
    }

    @Test
    void bringsTheSameBatches() throws Exception {
        Rows points = all(ToyTask.points(50));
        Rows measurements = all(ToyTask.measurements(50));
        List<List<Float>> plain = batches(ToyTask.TASK.trainer().apply(BATCH), points, false);
        assertThat(plain).hasSize(2 * 8);
        assertThat(batches(ToyTask.TASK.trainer().apply(BATCH), points, true)).isEqualTo(plain);
        assertThat(batches(ToyTask.LINE.trainer().apply(BATCH), measurements, true))
                .isEqualTo(batches(ToyTask.LINE.trainer().apply(BATCH), measurements, false));
    }

    @Test
    void changesImagesInTheSameWay() throws Exception {
        Rows images = all(images());
        List<List<Float>> plain = batches(pictures(), images, false);
        assertThat(batches(pictures(), images, true)).isEqualTo(plain);
        // The two epochs differ, so there were changes.
        assertThat(plain.subList(0, 4)).isNotEqualTo(plain.subList(5, 9));
    }

    private static Trainable<float[]> pictures() {
        return new SoftmaxRegression(BATCH, List.of("image"), 9, "label", 2);
    }

    /** Three batches, then something happens. */
    private static Batches failing(Exception exception) {
        AtomicInteger batches = new AtomicInteger();
        return new Batches() {
            @Override
            public int next() throws DataException {
                if (batches.incrementAndGet() <= 3) {
                    return BATCH;
                }
                if (exception instanceof DataException data) {
                    throw data;
                }
                throw (RuntimeException) exception;
            }

            @Override
            public List<Answers> answers() {
                throw new IllegalStateException();
            }
        };
    }

    @Test
    void failsWhereTheReaderFails() throws Exception {
        for (Exception problem : List.of(new DataException("line 4"), new IllegalStateException("bug"))) {
            Batch own = Batch.of(pictures());
            try (Batches pass = new PrefetchedBatches(failing(problem), own.another(), own)) {
                for (int i = 0; i < 3; i++) {
                    assertThat(pass.next()).isEqualTo(BATCH);
                }
                assertThat(assertThrows(problem.getClass(), pass::next)).isSameInstanceAs(problem);
            }
        }
    }

    @Test
    void closesTheReaderBehindTheBatchThatIsBeingRead() throws Exception {
        List<String> events = new ArrayList<>();
        CountDownLatch reading = new CountDownLatch(1);
        Batches slow = new Batches() {
            @Override
            public int next() {
                reading.countDown();
                try {
                    Thread.sleep(50);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                events.add("read");
                return BATCH;
            }

            @Override
            public List<Answers> answers() {
                throw new IllegalStateException();
            }

            @Override
            public void close() {
                events.add("closed");
            }
        };
        Batch own = Batch.of(pictures());
        Batches pass = new PrefetchedBatches(slow, own.another(), own);
        reading.await();
        pass.close();
        assertThat(events).containsExactly("read", "closed").inOrder();
    }
}
