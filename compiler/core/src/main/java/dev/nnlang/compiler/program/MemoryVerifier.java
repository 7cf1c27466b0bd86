package dev.nnlang.compiler.program;

import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asserts that no buffer overwrites another that is still needed, which only a bug of ours would do. It goes through every pass and keeps in mind
 * what each shared array holds.
 */
public final class MemoryVerifier {

    private final Set<Buffer> results;
    private final Map<String, Buffer> buffers = new HashMap<>();
    /** The shared array of a buffer, by their names. */
    private final Map<String, String> arrays = new HashMap<>();

    private MemoryVerifier(Program program) {
        this.results = program.results();
        program.buffers().forEach(buffer -> buffers.put(buffer.name(), buffer));
    }

    /**
     * Checks that buffers which share an array may do so, and that every pass reads of it what it has last written into it.
     *
     * @throws IllegalStateException if not, with the array
     */
    public static void verify(Program program) {
        MemoryVerifier verifier = new MemoryVerifier(program);
        program.sharedArrays().forEach(verifier::check);
        program.passes().forEach(verifier::run);
    }

    private void check(SharedArray array) {
        Buffer longest = array.longest();
        for (Buffer buffer : array.buffers()) {
            String place = buffer.name() + " in " + array;
            require(arrays.put(buffer.name(), array.name()) == null, "a second array", place);
            require(buffer.equals(buffers.get(buffer.name())), "no buffer of the program", place);
            require(isOurs(buffer), "kept for others", place);
            require(buffer.shape().perRow() == longest.shape().perRow(), "another number of rows", place);
            require(sameMargins(buffer, longest), "other margins", place);
        }
    }

    private boolean isOurs(Buffer buffer) {
        return buffer.role() == Buffer.Role.COMPUTED
                && buffer.element() == Value.Element.REAL
                && !buffer.isScalar()
                && !results.contains(buffer);
    }

    private static boolean sameMargins(Buffer one, Buffer other) {
        return one.margins().equals(other.margins())
                && (one.margins().equals(Margins.NONE) || one.shape().equals(other.shape()));
    }

    private void run(List<Step> pass) {
        Map<String, String> held = new HashMap<>();
        for (Step step : pass) {
            List<Traffic> traffic = Traffic.of(step)
                    .filter(each -> arrays.containsKey(name(each)))
                    .toList();
            checkOneEach(traffic, step);
            traffic.forEach(each -> follow(each, held, step));
        }
    }

    private void follow(Traffic traffic, Map<String, String> held, Step step) {
        String array = arrays.get(name(traffic));
        if (traffic.writes()) {
            held.put(array, name(traffic));
        }
        String place = name(traffic) + " in " + step;
        require(name(traffic).equals(held.get(array)), "overwritten or never written", place);
        // Evaluation describes buffers of its own, which are the trainer's if they have the same name.
        Buffer declared = buffers.get(name(traffic));
        Buffer used = traffic.access().buffer();
        require(used.shape().equals(declared.shape()) && sameMargins(used, declared), "another shape", place);
    }

    /** Threads wait for each other between steps only. */
    private void checkOneEach(List<Traffic> traffic, Step step) {
        Set<String> used = traffic.stream().map(MemoryVerifier::name).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        used.forEach(name -> require(seen.add(arrays.get(name)), "two at once in " + arrays.get(name), step));
    }

    private static String name(Traffic traffic) {
        return traffic.access().buffer().name();
    }

    private static void require(boolean condition, String problem, Object place) {
        if (!condition) {
            throw new IllegalStateException(problem + ": " + place);
        }
    }
}
