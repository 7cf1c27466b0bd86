package dev.nnlang.training.console;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.training.ToyTask;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingProgramTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String[] places;

    @BeforeEach
    void writeData() throws IOException {
        Table points = ToyTask.points(100);
        StringBuilder csv = new StringBuilder("x,y,side\n");
        for (int i = 0; i < points.rows(); i++) {
            csv.append(points.reals("x")[i])
                    .append(',')
                    .append(points.reals("y")[i])
                    .append(',');
            csv.append(points.labels("side")[i] == 0 ? "below\n" : "above\n");
        }
        Files.writeString(directory.resolve("points.csv"), csv);
        places = new String[] {"source=points.csv", "base=" + directory, "out=" + directory};
    }

    private TrainingProgram program(TrainingTask task, Screen screen) {
        return new TrainingProgram(task, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), screen);
    }

    private int run(String... more) {
        String[] args = new String[places.length + more.length];
        System.arraycopy(places, 0, args, 0, places.length);
        System.arraycopy(more, 0, args, places.length, more.length);
        return program(ToyTask.TASK, Screen.plain()).run(args);
    }

    /** What depends on the machine is replaced. */
    private String messages() {
        return err.toString(UTF_8)
                .replace(directory.toString(), "DIR")
                .replaceAll("[0-9.]+ ([kM] )?rows/s", "N rows/s")
                .replace("\r\n", "\n");
    }

    private String results() {
        return out.toString(UTF_8).replace("\r\n", "\n");
    }

    @Test
    void printsTheWholeDialogue() throws IOException {
        assertThat(run("epochs=3")).isEqualTo(0);
        assertThat(messages()).isEqualTo("""
                        data     points.csv: 100 rows: 60 train, 20 validation, 20 test, stratified by side
                        kernels  scalar; 1 thread
                        epoch 0/3  loss 0.6766  validation loss 0.6771  accuracy 0.9500
                        epoch 1/3  loss 0.5346  validation loss 0.3689  accuracy 0.9500  N rows/s
                        epoch 2/3  loss 0.3484  validation loss 0.2926  accuracy 0.9500  N rows/s
                        epoch 3/3  loss 0.2961  validation loss 0.2556  accuracy 0.9500  N rows/s
                        stopped  after epoch 3: epoch = 3; keeping epoch 3
                        wrote    DIR/toy.safetensors (624 bytes), DIR/toy.history.csv (4 lines)
                        """);
        assertThat(results()).matches("test loss 0\\.[0-9]{4}\ntest accuracy 0\\.9000 \\(18 of 20\\)\n");
        List<String> history = Files.readAllLines(directory.resolve("toy.history.csv"));
        assertThat(history.get(0))
                .isEqualTo("epoch,steps,rate,train.loss,train.accuracy,validation.loss,validation.accuracy");
        assertThat(history).hasSize(4);
        assertThat(ModelFile.read(directory.resolve("toy.safetensors")).names()).hasSize(6);
    }

    @Test
    void showsTheConfusionMatrixIfItIsWatched() {
        assertThat(run("epochs=3", "watch=loss,confusion")).isEqualTo(0);
        assertThat(results()).startsWith("""
                        actual   below   above
                        below        9       1
                        above        1       9
                        test loss 0.""");
    }

    @Test
    void leavesRoomForACallersFiles() {
        Settings settings =
                ToyTask.TASK.settings().source("points.csv").base(directory).out(directory);
        int code = program(ToyTask.TASK, Screen.plain()).run(settings, new TrainingProgram.Additions() {
            @Override
            public List<String> write(TrainingResult result) {
                return List.of("toy/java/ (4 files)");
            }
        });
        assertThat(code).isEqualTo(0);
        assertThat(messages()).contains("stratified by side\nkernels  scalar; 1 thread\nepoch 0/5 ");
        assertThat(messages()).endsWith(" lines), toy/java/ (4 files)\n");
    }

    @Test
    void keepsALineForEachEpochOnATerminal() {
        Settings settings =
                ToyTask.TASK.settings().source("points.csv").base(directory).out(directory);
        int code = program(ToyTask.TASK, new Screen(true, true, 100)).run(settings, new TrainingProgram.Additions() {});
        assertThat(code).isEqualTo(0);
        String[] lines = messages().split("\n");
        assertThat(lines).hasLength(11);
        assertThat(lines[0]).startsWith("\u001b[1mdata\u001b[0m     points.csv: 100 rows");
        assertThat(lines[1]).isEqualTo("\u001b[1mkernels\u001b[0m  scalar; 1 thread");
        assertThat(lines[2]).endsWith("epoch 0/5  loss 0.6766  validation loss 0.6771  accuracy 0.9500");
        assertThat(lines[7]).contains("epoch 5/5  loss ");
        assertThat(lines[8]).contains("\repoch 5/5 \u001b[32m━━━━━━━━━━━━━━━━━━━━━\u001b[0m  loss ");
        assertThat(lines[9]).startsWith("\u001b[1mstopped\u001b[0m  after epoch 5: epoch = 5; keeping epoch ");
    }

    @Test
    void tellsUsersMistakesFromWrongUsage() {
        assertThat(run("source=other.csv")).isEqualTo(1);
        assertThat(messages()).startsWith("error: DIR/other.csv: there is no such file");
        assertThat(run("rate=1e38")).isEqualTo(1);
        assertThat(messages()).contains("error: training diverged in epoch 1");
        assertThat(run("epochs=1", "rate=1e38")).isEqualTo(1);
        assertThat(run("rat=1")).isEqualTo(2);
        assertThat(messages()).contains("error: there is no setting `rat` (did you mean `rate`?)");
        assertThat(run("rate")).isEqualTo(2);
        assertThat(messages()).contains("error: expected name=value, but found `rate`; see --help");
        assertThat(results()).isEmpty();
        assertThat(Files.exists(directory.resolve("toy.safetensors"))).isFalse();
    }

    @Test
    void looksAtTheUntrainedNetwork() {
        assertThat(run("epochs=0")).isEqualTo(0);
        assertThat(messages()).contains("\nepoch 0/0  loss 0.6766  ");
        assertThat(messages()).contains("stopped  after epoch 0: epoch = 0; keeping epoch 0\n");
        assertThat(run("epochs=1", "rate=0")).isEqualTo(0);
        assertThat(messages()).contains("\nepoch 1/1  loss 0.6766  ");
    }

    @Test
    void explainsItsSettings() {
        assertThat(run("--help")).isEqualTo(0);
        assertThat(results()).startsWith("Trains Toy on Point. Settings are given as name=value:\n\n  rate ");
    }
}
