package dev.nnlang.compiler.reference;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What links to the headings of a page are called, as GitHub makes them: in small letters, a repeated one with a number. */
final class Anchors {

    private final Map<String, Integer> seen = new HashMap<>();

    /** The anchor of the next heading of the page. */
    String next(String heading) {
        String plain = plain(heading);
        int repeated = seen.merge(plain, 1, Integer::sum) - 1;
        return repeated == 0 ? plain : plain + "-" + repeated;
    }

    /** The anchor of a heading that is there once, or of the first. */
    static String plain(String heading) {
        return "#" + heading.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
