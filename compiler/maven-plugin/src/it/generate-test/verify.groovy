// A network of the tests is theirs alone, and a dependency of test scope is enough for it.
assert new File(basedir, 'target/generated-test-sources/nn/it/Iris.java').isFile()
assert new File(basedir, 'target/test-classes/it/Uses.class').isFile()
assert new File(basedir, 'target/test-classes/it/IrisSimd.class').isFile()
assert !new File(basedir, 'target/classes/it').exists()
