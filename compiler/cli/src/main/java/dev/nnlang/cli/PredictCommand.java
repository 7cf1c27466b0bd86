package dev.nnlang.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compilation.CompiledNetwork;
import dev.nnlang.compiler.Compiler;
import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.FieldNames;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.file.BadRowException;
import dev.nnlang.training.data.read.Inputs;
import dev.nnlang.training.data.read.NamedRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nn predict}. */
@Command(
        name = "predict",
        description = "Ask a trained network about rows or images; prints CSV.",
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer>, Computing {

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file that `nn train` wrote.")
    private Path modelFile;

    @Parameters(
            index = "1",
            paramLabel = "ROWS",
            description =
                    "A CSV file with the input columns, by their names; for images a picture, a folder of pictures,"
                            + " an IDX or a NPY file; - for standard input.")
    private Path rowsFile;

    @Option(
            names = "--keep",
            paramLabel = "COLUMN",
            split = ",",
            description = "Columns of the CSV file to print beside the answers.")
    private List<String> kept = List.of();

    @Option(names = "--skip-bad", description = "Leave rows out that cannot be read, and say which.")
    private boolean skipsBad;

    @ParentCommand
    private Nn nn;

    @Override
    public Integer call() throws IOException {
        try {
            ModelFile model = ModelFile.read(modelFile);
            Compilation compilation = compile(model);
            CompiledNetwork network = network(compilation, model.metadata().getOrDefault(ModelFile.NETWORK, ""));
            ClassLoader classes = GeneratedClasses.of(compilation.files());
            GeneratedTrainer trainer = new GeneratedTrainer(network, classes);
            Schema data = trainer.task().data().fields(FieldNames.read(model));
            try (NamedRows rows = open(data)) {
                print(rows, trainer.targets(), new GeneratedPredictor(network, classes, modelFile));
            }
            return ExitCode.OK;
        } catch (ModelFileException | DataException e) {
            throw new UserError(e.getMessage());
        }
    }

    private Compilation compile(ModelFile model) {
        Recipe recipe = Recipe.of(model, modelFile);
        Compilation compilation = Compiler.compile(recipe.source(), recipe.options());
        if (compilation.hasErrors()) {
            nn.report().show(compilation.diagnostics());
            throw new UserError("this version of nn does not take the .nn file that " + modelFile
                    + " was trained from: correct it and train again");
        }
        return compilation;
    }

    private CompiledNetwork network(Compilation compilation, String name) {
        return compilation.networks().stream()
                .filter(network -> network.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError(modelFile + " is damaged: the .nn file in it has no network called `"
                        + name + "`; train again, or use another copy of it"));
    }

    private NamedRows open(Schema data) throws IOException {
        boolean standardInput = rowsFile.equals(Path.of("-"));
        return standardInput ? Inputs.open(data, System.in, kept) : Inputs.open(data, rowsFile, kept);
    }

    private void print(NamedRows rows, List<Column> targets, GeneratedPredictor predictor) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(nn.out());
        try {
            csv.writeRecord(joined(rows.titles(), header(targets)));
            int number = 0;
            for (Optional<Object[]> row = next(rows); row.isPresent(); row = next(rows)) {
                number++;
                answer(predictor, row.get(), number, targets)
                        .ifPresent(fields -> csv.writeRecord(joined(rows.labels(), fields)));
            }
        } finally {
            csv.flush();
        }
    }

    private Optional<List<String>> answer(
            GeneratedPredictor predictor, Object[] row, int number, List<Column> targets) {
        try {
            return Optional.of(predictor.predict(row, targets));
        } catch (ArithmeticException e) {
            skip(new UserError("row " + number + ": " + e.getMessage()));
            return Optional.empty();
        }
    }

    private void skip(UserError problem) {
        if (!skipsBad) {
            throw problem;
        }
        nn.err().println(nn.screen().bold("skipped") + "  " + Failures.printable(problem.getMessage()));
    }

    private Optional<Object[]> next(NamedRows rows) throws IOException {
        while (true) {
            try {
                return rows.next();
            } catch (BadRowException e) {
                skip(new UserError(e.getMessage()));
            }
        }
    }

    /** {@code species,setosa,versicolor}; of several targets {@code price,kind,kind.flat,kind.villa}; of vectors {@code walls.0,walls.1}. */
    private static List<String> header(List<Column> targets) {
        List<String> names = new ArrayList<>();
        for (Column target : targets) {
            String prefix = targets.size() == 1 ? "" : target.name() + ".";
            if (target.width() > 1) {
                IntStream.range(0, target.width()).forEach(i -> names.add(target.name() + "." + i));
            } else {
                names.add(target.name());
            }
            if (target.kind() instanceof Column.Labels labels) {
                labels.values().forEach(value -> names.add(prefix + value));
            }
        }
        return names;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
