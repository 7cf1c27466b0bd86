// A project that only depends on nn-runtime cannot train, so it gets no trainer.
assert new File(basedir, 'target/classes/it/Iris.class').isFile()
assert !new File(basedir, 'target/generated-sources/nn/it/IrisTrainer.java').exists()
