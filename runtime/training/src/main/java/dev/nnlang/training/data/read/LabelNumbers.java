package dev.nnlang.training.data.read;

import dev.nnlang.training.data.file.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Which label a number in a binary file stands for: labels that are numbers for themselves, all others count from 0. */
final class LabelNumbers {

    private final List<String> labels;
    private final Map<Long, Integer> positions = new HashMap<>();
    private final boolean numbered;

    LabelNumbers(List<String> labels) {
        this.labels = labels;
        this.numbered = labels.stream().allMatch(label -> label.matches("-?[0-9]{1,18}"));
        for (int i = 0; i < labels.size(); i++) {
            positions.put(numbered ? Long.parseLong(labels.get(i)) : i, i);
        }
    }

    /** The position of its label; empty if it has none. */
    OptionalInt position(double number) {
        boolean known = number == Math.rint(number) && positions.containsKey((long) number);
        return known ? OptionalInt.of(positions.get((long) number)) : OptionalInt.empty();
    }

    /** What numbers there are, in words. */
    String expected() {
        return numbered ? "one of " + Shown.few(labels) : "a whole number from 0 to " + (labels.size() - 1);
    }
}
