package dev.nnlang.training.console;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people like to read them. */
final class Figures {
    private Figures() {}

    /** Four decimals, or as many digits as say something. */
    static String loss(double loss) {
        boolean tiny = loss != 0 && Math.abs(loss) < 1e-3;
        return String.format(Locale.ROOT, tiny || Math.abs(loss) >= 1e6 ? "%.3e" : "%.4f", loss);
    }

    /** {@code 950 rows/s}, {@code 1.2 M rows/s}. */
    static String speed(double rowsPerSecond) {
        if (rowsPerSecond >= 1e6) {
            return String.format(Locale.ROOT, "%.1f M rows/s", rowsPerSecond / 1e6);
        }
        return rowsPerSecond >= 1e4
                ? String.format(Locale.ROOT, "%.0f k rows/s", rowsPerSecond / 1e3)
                : String.format(Locale.ROOT, "%.0f rows/s", rowsPerSecond);
    }

    /** {@code 12 s left}, {@code 3 min left}, {@code 1 h 20 min left}. */
    static String left(Duration time) {
        if (time.toMinutes() < 2) {
            return time.toSeconds() + " s left";
        }
        return time.toHours() == 0
                ? time.toMinutes() + " min left"
                : time.toHours() + " h " + time.toMinutesPart() + " min left";
    }

    /** {@code 524 bytes}, {@code 2 kB}, {@code 1.4 MB}. */
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000 ? Math.round(bytes / 1e3) + " kB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
