package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.NameScope;
import dev.nnlang.compiler.program.Nest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a name to where elements begin that a loop goes through: {@code row}, {@code pixel}, {@code weightRow}.
 *
 * <p>Before: {@code for n: for j: tanh1[n][j] = … dTanh1[n][j] …}. After: {@code for n: let row = start of [n]; for j: tanh1[row][j] = …
 * dTanh1[row][j] …}.
 */
final class NameOffsets {

    /**
     * Where elements begin.
     *
     * @param outer where the loops stand in the outer dims
     * @param width how many elements lie between two steps of the last of them
     */
    private record Start(List<Index> outer, Axis.Extent width) {

        /** Where the elements begin that the innermost loop goes through. */
        static Start of(List<Index> indices, List<Axis> open) {
            Axis innermost = open.get(open.size() - 1);
            int moving = 0;
            while (moving < indices.size() - 1 && !indices.get(moving).follows(innermost)) {
                moving++;
            }
            return new Start(
                    List.copyOf(indices.subList(0, moving)),
                    indices.isEmpty() ? new Axis.Rows() : indices.get(moving).extent());
        }

        /** Whether the loop over {@code axis} is the innermost of {@code open} that moves it. */
        boolean movesLastWith(Axis axis, List<Axis> open) {
            Axis last = null;
            for (Axis each : open) {
                if (outer.stream().anyMatch(index -> index.follows(each))) {
                    last = each;
                }
            }
            return axis.equals(last);
        }

        /** How many dims it goes through. */
        long dims() {
            return outer.stream().filter(index -> !isAlone(index)).count();
        }

        private static boolean isAlone(Index index) {
            return index.extent() instanceof Axis.Fixed fixed && fixed.size() == 1;
        }

        boolean isOfRows() {
            return outer.get(0) instanceof Index.At at && at.axis().overRows();
        }

        boolean isWorthAName(int uses) {
            boolean named = outer.stream().anyMatch(Index.Base.class::isInstance);
            boolean labelled = outer.stream().anyMatch(Index.Labelled.class::isInstance);
            return !named && !labelled && (dims() > 1 || dims() == 1 && uses > 1);
        }

        /**
         * A row of a batch, a line of an image, a pixel, or one of those that a window sees; the place of a window's weights, or all weights that
         * lead to a row of units.
         */
        String word() {
            if (!isOfRows()) {
                return dims() == 2 ? "tap" : "weightRow";
            }
            String word = dims() == 1 ? "row" : dims() == 2 ? "line" : "pixel";
            return has(Index.Sliding.class)
                    ? "input" + capitalized(word)
                    : has(Index.Shifted.class) ? "padded" + capitalized(word) : word;
        }

        private boolean has(Class<? extends Index> kind) {
            return outer.stream().anyMatch(kind::isInstance);
        }

        private static String capitalized(String word) {
            return Character.toUpperCase(word.charAt(0)) + word.substring(1);
        }
    }

    private NameOffsets() {}

    static List<Nest> name(List<Nest> nests, NameScope names) {
        return block(nests, List.of(), names);
    }

    /** @param open the loops around the nests, the innermost last */
    private static List<Nest> block(List<Nest> nests, List<Axis> open, NameScope names) {
        List<Nest> named = open.isEmpty() ? nests : withStarts(nests, open, names);
        return named.stream().map(nest -> inside(nest, open, names)).toList();
    }

    private static Nest inside(Nest nest, List<Axis> open, NameScope names) {
        if (nest instanceof Nest.Loop loop) {
            NameScope scope = names.inside();
            return new Nest.Loop(
                    loop.axis(), loop.shared(), block(loop.body(), Nests.inside(open, List.of(loop.axis())), scope));
        }
        if (nest instanceof Nest.Once once) {
            return new Nest.Once(block(once.body(), open, names.inside()));
        }
        if (nest instanceof Nest.Call call) {
            return new Nest.Call(call.method(), call.lines(), block(call.body(), open, names.inside()));
        }
        return nest instanceof Nest.AddAtFirst first ? inWindow(first, names.inside()) : nest;
    }

    /** Names what moves last with the loop that {@code nests} stand in. */
    private static List<Nest> withStarts(List<Nest> nests, List<Axis> open, NameScope names) {
        Axis here = open.get(open.size() - 1);
        Map<Start, Integer> uses = new LinkedHashMap<>();
        Nests.replace(nests, open, (indices, loops) -> {
            Start start = Start.of(indices, loops);
            if (start.movesLastWith(here, loops)) {
                uses.merge(start, 1, Integer::sum);
            }
            return indices;
        });
        Map<Start, String> chosen = new LinkedHashMap<>();
        uses.forEach((start, count) -> {
            if (start.isWorthAName(count)) {
                chosen.put(start, names.declare(start.word()));
            }
        });
        List<Nest> result = new ArrayList<>();
        chosen.forEach((start, name) -> result.add(new Nest.Offset(name, start.outer(), start.width())));
        result.addAll(Nests.replace(nests, open, (indices, loops) -> {
            Start start = Start.of(indices, loops);
            String name = chosen.get(start);
            return name == null ? indices : based(name, start, indices);
        }));
        return result;
    }

    private static List<Index> based(String name, Start start, List<Index> indices) {
        List<Index> based = new ArrayList<>(List.of(new Index.Base(name, start.width())));
        based.addAll(indices.subList(start.outer().size(), indices.size()));
        return based;
    }

    /** Inside a window that is searched one element is looked at and, in another array, changed. */
    private static Nest inWindow(Nest.AddAtFirst first, NameScope names) {
        List<Index> seen = first.candidate().indices();
        if (first.window().isEmpty() || !seen.equals(first.target().indices())) {
            return first;
        }
        Nest.Offset offset = new Nest.Offset(names.declare("seen"), seen, new Axis.Fixed("1", 1));
        List<Index> place = List.of(new Index.Base(offset.local(), offset.width()));
        return new Nest.AddAtFirst(
                first.window(),
                List.of(offset),
                new Access(first.candidate().buffer(), place),
                first.sought(),
                new Access(first.target().buffer(), place),
                first.value());
    }
}
