// Modules built side by side do not disturb one another, and Maven has no reason to warn that they might.
assert new File(basedir, 'one/target/generated-sources/nn/it/Iris.java').isFile()
assert new File(basedir, 'two/target/generated-sources/nn/it/wine/Wine.java').isFile()
def log = new File(basedir, 'build.log').text
assert log.contains('MultiThreadedBuilder')
assert !log.contains('thread-safe')
