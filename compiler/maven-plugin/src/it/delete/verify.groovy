// What came from the deleted file goes with it; what we did not write stays.
def generated = new File(basedir, 'target/generated-sources/nn/it')
assert new File(generated, 'wine').list() as List == ['Own.java']
assert new File(generated, 'Iris.java').isFile()
