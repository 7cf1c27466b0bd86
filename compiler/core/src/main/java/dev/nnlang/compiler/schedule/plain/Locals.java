package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which local variables nests declare, and which they read. */
final class Locals {

    private Locals() {}

    /** Those that a nest reads or changes, its own included. */
    static Set<String> read(Nest nest) {
        Set<String> read = nest.operands()
                .filter(Operand.Local.class::isInstance)
                .map(operand -> ((Operand.Local) operand).name())
                .collect(Collectors.toCollection(HashSet::new));
        read.addAll(grown(nest));
        return read;
    }

    /** Those that take in a term somewhere in a nest. */
    private static Set<String> grown(Nest nest) {
        Set<String> grown = new HashSet<>();
        if (nest instanceof Nest.Grow grow) {
            grown.add(grow.local());
        }
        inside(nest).forEach(each -> grown.addAll(grown(each)));
        return grown;
    }

    static boolean grows(Nest nest, String local) {
        return grown(nest).contains(local);
    }

    /** Those that a nest declares, also for itself alone. */
    static Set<String> declared(Nest nest) {
        Set<String> declared = new HashSet<>();
        if (nest instanceof Nest.Let let) {
            declared.add(let.local());
        }
        if (nest instanceof Nest.Reduce reduce) {
            declared.add(reduce.local());
        }
        inside(nest).forEach(each -> declared.addAll(declared(each)));
        return declared;
    }

    /** Whether a loop adds up in a variable that is declared before it, so that all its turns belong together. */
    static boolean growsOuter(Nest nest) {
        return !declared(nest).containsAll(grown(nest));
    }

    private static List<Nest> inside(Nest nest) {
        if (nest instanceof Nest.Loop loop) {
            return loop.body();
        }
        if (nest instanceof Nest.Once once) {
            return once.body();
        }
        return nest instanceof Nest.Call call ? call.body() : List.of();
    }
}
