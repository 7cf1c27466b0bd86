package dev.nnlang.compiler.resolve;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Lists of names put together. */
final class Lists {

    private Lists() {}

    static List<String> concat(Collection<String> first, Collection<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    static List<String> concat(Collection<String> first, Collection<String> second, Collection<String> third) {
        return concat(first, concat(second, third));
    }
}
