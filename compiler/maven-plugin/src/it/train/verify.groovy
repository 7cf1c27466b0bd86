// Trains once, rests while nothing changes, trains again when a setting does.
def log = new File(basedir, 'build.log').text
assert log.count('the model of Iris is up to date') == 1
assert log.count('test accuracy') == 2
assert log.contains('epoch 3/3')
assert new File(basedir, 'target/nn/models/iris.safetensors').isFile()
assert log.count('kernels  SIMD, ') == 2
