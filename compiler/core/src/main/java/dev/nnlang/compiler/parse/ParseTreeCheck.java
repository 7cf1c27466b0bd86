package dev.nnlang.compiler.parse;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

/** Tells parse trees that can be read from those with a syntax error in them. */
final class ParseTreeCheck {

    private ParseTreeCheck() {}

    static boolean isSound(ParseTree tree) {
        if (tree instanceof ErrorNode) {
            return false;
        }
        if (!(tree instanceof ParserRuleContext context)) {
            return true;
        }
        return context.exception == null && (context.children == null || areSound(context.children));
    }

    /** A loop, not a stream: trees are deep, and stacks may be small. */
    private static boolean areSound(List<ParseTree> trees) {
        for (ParseTree tree : trees) {
            if (!isSound(tree)) {
                return false;
            }
        }
        return true;
    }

    static <T extends ParseTree> List<T> soundOnes(List<T> trees) {
        return trees.stream().filter(ParseTreeCheck::isSound).toList();
    }
}
