package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.UnaryOperator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions that formulas may call by name. */
final class Functions {

    private static final Set<UnaryOperator> NOT_WRITTEN =
            EnumSet.of(UnaryOperator.NEGATE, UnaryOperator.EXPM1, UnaryOperator.LOG1P);

    static final Map<String, UnaryOperator> OF_ONE = EnumSet.complementOf(EnumSet.copyOf(NOT_WRITTEN)).stream()
            .collect(Collectors.toUnmodifiableMap(UnaryOperator::functionName, Function.identity()));

    static final Map<String, BinaryOperator> OF_TWO = Stream.of(BinaryOperator.MIN, BinaryOperator.MAX)
            .collect(Collectors.toUnmodifiableMap(BinaryOperator::symbol, Function.identity()));

    private Functions() {}

    static boolean isFunction(String name) {
        return OF_ONE.containsKey(name) || OF_TWO.containsKey(name);
    }

    static List<String> names() {
        return Stream.concat(OF_ONE.keySet().stream(), OF_TWO.keySet().stream())
                .sorted()
                .toList();
    }
}
