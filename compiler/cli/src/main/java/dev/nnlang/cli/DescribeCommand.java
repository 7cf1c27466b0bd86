package dev.nnlang.cli;

import dev.nnlang.compiler.Reference;
import dev.nnlang.compiler.diagnostic.Suggestion;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nn describe}. */
@Command(
        name = "describe",
        description =
                "Tell what a layer, an option or anything else with a name is and takes; without a NAME, list all.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            completionCandidates = Names.class,
            description = "What to describe: conv, adam, csv, …")
    private List<String> names = List.of();

    @ParentCommand
    private Nn nn;

    @Override
    public Integer call() {
        Reference reference = Reference.load();
        int width = nn.screen().width();
        String text = names.isEmpty()
                ? reference.overview(width)
                : names.stream().map(name -> described(reference, name, width)).collect(Collectors.joining("\n"));
        text.lines().map(this::styled).forEach(nn.out()::println);
        return ExitCode.OK;
    }

    private static String described(Reference reference, String name, int width) {
        String text = reference.describe(name, width);
        if (text.isEmpty()) {
            throw new UserError(Suggestion.didYouMean(name, reference.names())
                    .map(meant -> "nothing is called `" + name + "`: " + meant)
                    .orElse("nothing is called `" + name + "`: `nn describe` lists all that is"));
        }
        return text;
    }

    private String styled(String line) {
        return line.startsWith(" ") ? line : nn.screen().bold(line);
    }

    /** What a shell completes a NAME to. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Reference.load().names().iterator();
        }
    }
}
