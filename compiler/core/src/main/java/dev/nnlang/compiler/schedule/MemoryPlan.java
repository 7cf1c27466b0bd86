package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.MemoryVerifier;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.SharedArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives one array to buffers that are never needed at once. The longest choose first, and each takes the shortest array that is free in all its
 * life; so every array is as long as the buffer that it was made for.
 */
final class MemoryPlan {

    private final Program program;
    private final Lifetimes lifetimes;
    private final Set<Buffer> results;
    private final Map<Kind, List<List<Buffer>>> arrays = new HashMap<>();

    /** An array that is not even as long as this for a whole batch is easier to read about than it is to save. */
    private static final int WORTH_SHARING = 1024;

    /**
     * Buffers of one kind may share. Nobody writes the zeros around an image: only images with the same zeros at the same places may follow one
     * another.
     *
     * @param framed of an image with margins
     */
    private record Kind(boolean perRow, Margins margins, Optional<Shape> framed) {

        static Kind of(Buffer buffer) {
            boolean framed = !buffer.margins().equals(Margins.NONE);
            return new Kind(
                    buffer.shape().perRow(), buffer.margins(), framed ? Optional.of(buffer.shape()) : Optional.empty());
        }
    }

    private MemoryPlan(Program program) {
        this.program = program;
        this.lifetimes = new Lifetimes(program);
        this.results = program.results();
    }

    /** The program with its shared arrays. */
    static Program make(Program program) {
        Program planned = program.withSharedArrays(new MemoryPlan(program).sharedArrays());
        MemoryVerifier.verify(planned);
        return planned;
    }

    private List<SharedArray> sharedArrays() {
        program.buffers().stream()
                .filter(this::mayShare)
                .sorted(Comparator.comparingInt(
                                (Buffer buffer) -> buffer.shape().size())
                        .reversed())
                .forEach(this::place);
        return named(inOrder());
    }

    /** Those arrays that several buffers have found, and their buffers, in the order of the data's way. */
    private List<List<Buffer>> inOrder() {
        Map<Buffer, Integer> positions = new HashMap<>();
        program.buffers().forEach(buffer -> positions.put(buffer, positions.size()));
        Comparator<Buffer> order = Comparator.comparingInt(positions::get);
        return arrays.values().stream()
                .flatMap(List::stream)
                .filter(buffers -> buffers.size() > 1)
                .map(buffers -> buffers.stream().sorted(order).toList())
                .sorted(Comparator.comparing(buffers -> buffers.get(0), order))
                .toList();
    }

    private boolean mayShare(Buffer buffer) {
        return buffer.role() == Buffer.Role.COMPUTED
                && buffer.element() == Value.Element.REAL
                && !buffer.isScalar()
                && (buffer.shape().perRow() || buffer.shape().size() >= WORTH_SHARING)
                && !results.contains(buffer)
                && lifetimes.endsWithItsPass(buffer);
    }

    private void place(Buffer buffer) {
        List<List<Buffer>> made = arrays.computeIfAbsent(Kind.of(buffer), key -> new ArrayList<>());
        made.stream()
                .filter(array -> array.stream().noneMatch(other -> lifetimes.overlap(buffer, other)))
                // They have been made in the order of their lengths.
                .reduce((longer, shorter) -> shorter)
                .orElseGet(() -> {
                    List<Buffer> another = new ArrayList<>();
                    made.add(another);
                    return another;
                })
                .add(buffer);
    }

    private List<SharedArray> named(List<List<Buffer>> shared) {
        Set<String> taken = new HashSet<>();
        program.buffers().forEach(buffer -> taken.add(buffer.name()));
        List<SharedArray> named = new ArrayList<>();
        int number = 1;
        for (List<Buffer> buffers : shared) {
            while (!taken.add("shared" + number)) {
                number++;
            }
            named.add(new SharedArray("shared" + number, buffers));
        }
        return named;
    }
}
