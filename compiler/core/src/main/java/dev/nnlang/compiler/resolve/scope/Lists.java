package dev.nnlang.compiler.resolve.scope;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Lists put together. */
public final class Lists {

    private Lists() {}

    public static List<String> concat(Collection<String> first, Collection<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    public static List<String> concat(Collection<String> first, Collection<String> second, Collection<String> third) {
        return concat(first, concat(second, third));
    }

    public static <T> List<T> append(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
