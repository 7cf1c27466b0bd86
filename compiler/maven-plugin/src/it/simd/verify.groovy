// A pom that says nothing of vectors still has them compiled, once; whoever runs it with the module computes with them.
def log = new File(basedir, 'build.log').text
for (name in ['IrisSimd', 'IrisTrainerSimd']) {
    assert new File(basedir, "target/generated-sources/nn-simd/it/${name}.java").isFile()
    assert !new File(basedir, "target/generated-sources/nn/it/${name}.java").exists()
    assert new File(basedir, "target/classes/it/${name}.class").isFile()
}
assert new File(basedir, 'target/with-vectors.txt').text.contains('SIMD')
assert new File(basedir, 'target/without-vectors.txt').text.startsWith('scalar')
assert log.count('SIMD classes changed') == 1
assert log.count('the SIMD classes are up to date') == 1
assert log.count('Nothing to compile') == 1
assert !log.contains('incubating')
