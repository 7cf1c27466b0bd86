package dev.nnlang.compiler.syntax;

import dev.nnlang.compiler.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Dumps a syntax tree for developers: a node a line, its children indented. Reads the records as they are, so that what
 * is added to the tree is in the dump too.
 */
public final class SyntaxPrinter {

    private final StringBuilder out = new StringBuilder();
    private final boolean places;

    private SyntaxPrinter(boolean places) {
        this.places = places;
    }

    /** The whole tree; each line ends with the line and column where its node starts. */
    public static String print(SourceUnit unit) {
        return print(unit, true);
    }

    /** The whole tree without places: equal for texts that differ in layout only. */
    public static String printWithoutPlaces(SourceUnit unit) {
        return print(unit, false);
    }

    private static String print(SourceUnit unit, boolean places) {
        SyntaxPrinter printer = new SyntaxPrinter(places);
        printer.node(unit, 0);
        return printer.out.toString();
    }

    private void node(Record node, int depth) {
        List<Record> children = new ArrayList<>();
        out.append("  ".repeat(depth)).append(node.getClass().getSimpleName());
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            component(component.getName(), value(node, component), children);
        }
        out.append('\n');
        children.forEach(child -> node(child, depth + 1));
    }

    private void component(String name, Object value, List<Record> children) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> component(name, present, children));
        } else if (value instanceof List<?> list) {
            list(name, list, children);
        } else if (value instanceof Span span) {
            out.append(places ? " @" + span.line() + ":" + span.column() : "");
        } else if (isLeaf(value) && !"".equals(value)) {
            out.append(' ').append(name).append('=').append(leaf(value));
        } else if (value instanceof Record child) {
            children.add(child);
        }
    }

    private void list(String name, List<?> list, List<Record> children) {
        if (!list.isEmpty() && isLeaf(list.get(0))) {
            out.append(' ').append(name).append('=');
            out.append(list.stream().map(SyntaxPrinter::leaf).collect(Collectors.joining(", ", "[", "]")));
        } else {
            list.forEach(child -> children.add((Record) child));
        }
    }

    private static boolean isLeaf(Object value) {
        return value instanceof Name || !(value instanceof Record);
    }

    private static String leaf(Object value) {
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }
        return value instanceof Name name ? name.text() : value.toString();
    }

    private static Object value(Record node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
