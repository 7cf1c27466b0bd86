package dev.nnlang.compiler.resolve;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Lists put together. */
final class Lists {

    private Lists() {}

    static List<String> concat(Collection<String> first, Collection<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    static List<String> concat(Collection<String> first, Collection<String> second, Collection<String> third) {
        return concat(first, concat(second, third));
    }

    static <T> List<T> append(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
