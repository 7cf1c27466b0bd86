package dev.nnlang.compiler.parse;

import dev.nnlang.compiler.syntax.Flow;
import dev.nnlang.compiler.syntax.Statement;
import dev.nnlang.grammar.NnParser;
import dev.nnlang.grammar.NnParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads the body of a network or a block. */
final class FlowReader extends NnParserBaseVisitor<Flow> {

    private final ExpressionReader expressions;
    private final Docs docs;

    FlowReader(ExpressionReader expressions, Docs docs) {
        this.expressions = expressions;
        this.docs = docs;
    }

    List<Statement> read(NnParser.FlowBodyContext body) {
        return ParseTreeCheck.soundOnes(body.statements).stream()
                .map(this::statement)
                .toList();
    }

    private Statement statement(NnParser.StatementContext tree) {
        if (tree instanceof NnParser.LetContext let) {
            return new Statement.Let(
                    docs.take(let), expressions.name(let.name()), read(let.flow()), expressions.span(let));
        }
        return new Statement.Chain(chain((NnParser.ChainContext) tree), expressions.span(tree));
    }

    private Flow.Chain chain(NnParser.ChainContext chain) {
        List<Flow> links = new ArrayList<>();
        links.add(read(chain.start));
        chain.links.forEach(link -> links.add(read(link)));
        return new Flow.Chain(links, expressions.span(chain));
    }

    private Flow read(ParserRuleContext tree) {
        return tree.accept(this);
    }

    @Override
    public Flow visitFlow(NnParser.FlowContext flow) {
        List<Flow> links = flow.links.stream().map(this::read).toList();
        return links.size() == 1 ? links.get(0) : new Flow.Chain(links, expressions.span(flow));
    }

    @Override
    public Flow visitLink(NnParser.LinkContext link) {
        Flow body = read(link.stage());
        return link.count == null ? body : new Flow.Repeat(body, expressions.read(link.count), expressions.span(link));
    }

    @Override
    public Flow visitLayer(NnParser.LayerContext layer) {
        return read(layer.call());
    }

    @Override
    public Flow visitCall(NnParser.CallContext call) {
        return new Flow.Step(expressions.visitCall(call), expressions.span(call));
    }

    @Override
    public Flow visitGroup(NnParser.GroupContext group) {
        Flow first = read(group.first);
        if (group.others() == null) {
            return first;
        }
        List<Flow> branches = group.others() instanceof NnParser.CopiesContext copies
                ? List.of(new Flow.SideBySide(first, expressions.read(copies.count), expressions.span(group)))
                : branches(first, (NnParser.BranchesContext) group.others());
        return new Flow.Branches(branches, expressions.span(group));
    }

    private List<Flow> branches(Flow first, NnParser.BranchesContext others) {
        List<Flow> branches = new ArrayList<>();
        branches.add(first);
        others.branches.forEach(branch -> branches.add(read(branch)));
        return branches;
    }
}
