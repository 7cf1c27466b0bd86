// The old name leaves nothing behind, and the new one compiles.
def generated = new File(basedir, 'target/generated-sources/nn/it')
assert !generated.list().any { it.startsWith('Iris') }
assert new File(basedir, 'target/generated-sources/nn-simd/it').list().every { it.startsWith('Blossom') }
assert new File(basedir, 'target/classes/it/Blossom.class').isFile()
assert new File(generated, 'Blossom.java').text.contains('blossom.nn')
