package dev.nnlang.training.console;

import dev.nnlang.training.Epoch;
import dev.nnlang.training.TrainingData;
import dev.nnlang.training.TrainingListener;
import dev.nnlang.training.settings.Settings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;

/** Tells of a run as it goes: one line that is redrawn on a terminal, a line an epoch elsewhere. */
public class Progress implements TrainingListener, AutoCloseable {
    private static final int REDRAW_MILLIS = 100;

    private final PrintStream err;
    private final Screen screen;
    private final EpochLine line;
    private final LongSupplier nanos;
    private int rowsPerEpoch;
    private long began;
    private long rowsDone;
    private volatile Optional<Epoch> last = Optional.empty();
    private ProgressBar bar;

    /** @param nanos the clock */
    Progress(PrintStream err, Screen screen, Settings settings, LongSupplier nanos) {
        this.err = err;
        this.screen = screen;
        this.line = new EpochLine(settings);
        this.nanos = nanos;
    }

    /** Messages go to {@code err}. */
    public Progress(PrintStream err, Screen screen, Settings settings) {
        this(err, screen, settings, System::nanoTime);
    }

    @Override
    public void data(TrainingData data) {
        String from = data.from().isEmpty() ? "" : data.from() + ": ";
        say("data", from + data.parts());
    }

    @Override
    public void kernels(String description) {
        say("kernels", description);
    }

    @Override
    public void warning(String message) {
        err.println(screen.yellow("warning") + "  " + message);
    }

    @Override
    public void begin(int rows) {
        rowsPerEpoch = rows;
        began = nanos.getAsLong();
        if (screen.terminal()) {
            bar = new ProgressBarBuilder()
                    .setUpdateIntervalMillis(REDRAW_MILLIS)
                    .setRenderer(this::draw)
                    .setConsumer(new RedrawnLine(err))
                    .build();
        }
    }

    @Override
    public void step(int rows) {
        rowsDone += rows;
        if (bar != null) {
            bar.stepBy(rows);
        }
    }

    @Override
    public void epoch(Epoch epoch) {
        last = Optional.of(epoch);
        String plain = line.plain(epoch, speed(rowsDone));
        if (bar == null) {
            err.println(plain);
        } else if (line.stays(epoch.number())) {
            // The bar is drawn anew below.
            new RedrawnLine(err).accept(plain + System.lineSeparator());
        }
    }

    @Override
    public void stopped(Epoch lastEpoch, String reason, Epoch kept) {
        close();
        say("stopped", "after epoch " + lastEpoch.number() + ": " + reason + "; keeping epoch " + kept.number());
    }

    /** Ends the line that is redrawn. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            err.println();
        }
    }

    /** A line of the dialogue: a word, and what there is to say about it. */
    void say(String word, String text) {
        err.println(screen.bold(word) + " ".repeat(Math.max(1, 9 - word.length())) + text);
    }

    /** Called on the progress bar's own thread. */
    private String draw(ProgressState state, int width) {
        double epochs = (double) state.getCurrent() / rowsPerEpoch;
        int over = last.map(Epoch::number).orElse(0);
        List<String> pace = new ArrayList<>();
        if (state.isAlive()) {
            line.left(epochs, elapsed()).map(Figures::left).ifPresent(pace::add);
        }
        pace.add(Figures.speed(speed(state.getCurrent())));
        int current = state.isAlive() ? Math.max(over, (int) Math.ceil(epochs)) : over;
        return line.drawn(current, line.share(epochs), last, pace, screen);
    }

    private double speed(long rows) {
        return rows * 1e9 / Math.max(1, nanos.getAsLong() - began);
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanos.getAsLong() - began);
    }
}
