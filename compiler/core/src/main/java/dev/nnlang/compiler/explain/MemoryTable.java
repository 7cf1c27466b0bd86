package dev.nnlang.compiler.explain;

import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many bytes the arrays of a trainer have, what for, and how many a predictor needs for each row: with and without the arrays that values share. */
final class MemoryTable {

    /** Labels take as many. */
    static final int FLOAT_BYTES = 4;

    private static final String INDENT = "  ";

    private final Program predictor;
    private final Optional<Program> trainer;
    private final int batch;
    private final TextTable table = new TextTable(false, true, true);

    /** @param batch how many rows are trained with at once */
    MemoryTable(Program predictor, Optional<Program> trainer, int batch) {
        this.predictor = predictor;
        this.trainer = trainer;
        this.batch = batch;
    }

    /** All arrays of a trainer. */
    long training(Program program) {
        return bytes(program, batch);
    }

    /** What a predictor needs for each row that it computes, besides its weights. */
    long predicting() {
        return ofRow(predictor);
    }

    String render() {
        table.add(List.of("memory", "bytes", "if none were shared"));
        trainer.ifPresent(this::trainer);
        Program apart = apart(predictor);
        table.add(cells("predicting, for each row", ofRow(predictor), ofRow(apart)));
        return table.render();
    }

    private void trainer(Program program) {
        Program apart = apart(program);
        table.add(cells("training with batches of " + batch, bytes(program, batch), bytes(apart, batch)));
        uses(program).forEach((use, roles) -> {
            long bytes = bytes(program, batch, roles);
            if (bytes > 0) {
                table.add(cells(INDENT + use, bytes, bytes(apart, batch, roles)));
            }
        });
        table.add(cells(INDENT + "of all this, for each row", ofRow(program), ofRow(apart)));
    }

    private static Map<String, Set<Buffer.Role>> uses(Program program) {
        String optimizer = program.training().orElseThrow().update().optimizer().name();
        Map<String, Set<Buffer.Role>> uses = new LinkedHashMap<>();
        uses.put("weights", Set.of(Buffer.Role.WEIGHT));
        uses.put("gradients of weights", Set.of(Buffer.Role.GRADIENT));
        uses.put("what " + optimizer + " remembers", Set.of(Buffer.Role.STATE));
        uses.put("statistics", Set.of(Buffer.Role.STATISTIC));
        uses.put("inputs and targets", Set.of(Buffer.Role.FED));
        uses.put("constants", Set.of(Buffer.Role.CONSTANT));
        uses.put("values of layers and their gradients", Set.of(Buffer.Role.COMPUTED));
        return uses;
    }

    /** One number where there is nothing to share. */
    private static List<String> cells(String what, long bytes, long apart) {
        String number = LayerTable.number(bytes);
        return bytes == apart ? List.of(what, number) : List.of(what, number, LayerTable.number(apart));
    }

    /** The program with an array for every buffer. */
    private static Program apart(Program program) {
        return program.withSharedArrays(List.of());
    }

    private static long ofRow(Program program) {
        return bytes(program, 1) - bytes(program, 0);
    }

    private static long bytes(Program program, int rows) {
        return bytes(program, rows, Set.of(Buffer.Role.values()));
    }

    private static long bytes(Program program, int rows, Set<Buffer.Role> roles) {
        return program.arrays().stream()
                .filter(buffer -> roles.contains(buffer.role()))
                .mapToLong(buffer -> FLOAT_BYTES * buffer.length(rows))
                .sum();
    }
}
