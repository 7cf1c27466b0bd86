package dev.nnlang.compiler.reference;

import java.util.ArrayList;
import java.util.List;

/** Text that is broken into lines between its words. */
final class Paragraph {

    private Paragraph() {}

    /** Lines of at most {@code width} columns, but for a word that is longer. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
