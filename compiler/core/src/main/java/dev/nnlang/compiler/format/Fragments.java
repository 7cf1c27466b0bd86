package dev.nnlang.compiler.format;

import java.util.ArrayList;
import java.util.List;

/** Text in pieces: between two of them stands a blank or a line end. */
final class Fragments {

    private final List<String> done = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();

    Fragments write(String text) {
        current.append(text);
        return this;
    }

    /** Ends a piece. */
    Fragments gap() {
        done.add(current.toString());
        current.setLength(0);
        return this;
    }

    List<String> list() {
        List<String> all = new ArrayList<>(done);
        if (!current.isEmpty()) {
            all.add(current.toString());
        }
        return all;
    }
}
