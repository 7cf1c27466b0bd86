package dev.nnlang.compiler.tests.cases;

import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/** Reads from a class file how many bytes of bytecode each method has, at most. */
final class MethodSizes extends ClassVisitor {

    private final Map<String, Integer> sizes = new TreeMap<>();

    private MethodSizes() {
        super(Opcodes.ASM9);
    }

    static Map<String, Integer> of(byte[] classFile) {
        MethodSizes sizes = new MethodSizes();
        new ClassReader(classFile).accept(sizes, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return sizes.sizes;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new CodeSizeEvaluator(Opcodes.ASM9, null) {
            @Override
            public void visitEnd() {
                sizes.put(name + descriptor, getMaxSize());
            }
        };
    }
}
