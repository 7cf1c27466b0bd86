package dev.nnlang.compiler.model;

import dev.nnlang.compiler.source.SourceFile;
import java.util.List;

/**
 * A whole file, understood.
 *
 * @param packageName the Java package; empty for the unnamed one
 */
public record Model(SourceFile source, String packageName, List<DataSet> dataSets, List<Network> networks) {}
