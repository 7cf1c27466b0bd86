package dev.nnlang.compiler.syntax;

import dev.nnlang.compiler.source.Span;

/** Anything that was written in a source file. */
public sealed interface Syntax
        permits SourceUnit, Declaration, DataItem, ColumnType, Flow, Statement, Expression, Name, Argument {

    /** Where it was written. */
    Span span();
}
