// The first build generates and compiles; what it generates is the same on every machine.
def generated = new File(basedir, 'target/generated-sources/nn/it')
for (name in ['Flower', 'Species', 'Iris', 'IrisTrainer']) {
    def text = new File(generated, name + '.java').text
    assert !text.contains(basedir.path) : name + ' names a folder of this machine'
    assert !text.contains('\r') : name + ' has line ends that are not LF'
    assert new File(basedir, "target/classes/it/${name}.class").isFile()
}
