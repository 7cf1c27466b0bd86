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
                        epoch 1/3  loss 0.5346  validation loss 0.3689  accuracy 0.9500  N rows/s
                        epoch 2/3  loss 0.3484  validation loss 0.2926  accuracy 0.9500  N rows/s
                        epoch 3/3  loss 0.2961  validation loss 0.2556  accuracy 0.9500  N rows/s
                        stopped  after epoch 3: epoch = 3; keeping epoch 3
                        wrote    DIR/toy.safetensors (608 bytes)
                        """);
        assertThat(results()).isEqualTo("test accuracy 0.9000 (18 of 20)\n");
        assertThat(ModelFile.read(directory.resolve("toy.safetensors")).names()).hasSize(6);
    }

    @Test
    void showsTheConfusionMatrixIfItIsWatched() {
        assertThat(run("epochs=3", "watch=loss,confusion")).isEqualTo(0);
        assertThat(results()).isEqualTo("""
                        actual   below   above
                        below        9       1
                        above        1       9
                        test accuracy 0.9000 (18 of 20)
                        """);
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
        assertThat(messages()).contains("stratified by side\nkernels  scalar; 1 thread\nepoch 1/5 ");
        assertThat(messages()).endsWith(" bytes), toy/java/ (4 files)\n");
    }

    @Test
    void redrawsOneLineOnATerminal() {
        Settings settings =
                ToyTask.TASK.settings().source("points.csv").base(directory).out(directory);
        int code = program(ToyTask.TASK, new Screen(true, true, 100)).run(settings, new TrainingProgram.Additions() {});
        assertThat(code).isEqualTo(0);
        String[] lines = messages().split("\n");
        assertThat(lines).hasLength(5);
        assertThat(lines[0]).startsWith("\u001b[1mdata\u001b[0m     points.csv: 100 rows");
        assertThat(lines[1]).isEqualTo("\u001b[1mkernels\u001b[0m  scalar; 1 thread");
        assertThat(lines[2]).contains("\repoch 5/5 \u001b[32m━━━━━━━━━━━━━━━━━━━━━\u001b[0m  loss ");
        assertThat(lines[3]).startsWith("\u001b[1mstopped\u001b[0m  after epoch 5: epoch = 5; keeping epoch ");
    }

    @Test
    void tellsUsersMistakesFromWrongUsage() {
        assertThat(run("source=other.csv")).isEqualTo(1);
        assertThat(messages()).startsWith("error: DIR/other.csv: there is no such file");
        assertThat(run("rate=1e38")).isEqualTo(1);
        assertThat(messages()).contains("error: training diverged in epoch 1");
        assertThat(run("rat=1")).isEqualTo(2);
        assertThat(messages()).contains("error: there is no setting `rat` (did you mean `rate`?)");
        assertThat(run("rate")).isEqualTo(2);
        assertThat(messages()).contains("error: expected name=value, but found `rate`; see --help");
        assertThat(results()).isEmpty();
        assertThat(Files.exists(directory.resolve("toy.safetensors"))).isFalse();
    }

    @Test
    void explainsItsSettings() {
        assertThat(run("--help")).isEqualTo(0);
        assertThat(results()).startsWith("Trains Toy on Point. Settings are given as name=value:\n\n  rate ");
    }
}
