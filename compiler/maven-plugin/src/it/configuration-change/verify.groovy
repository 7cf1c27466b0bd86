// No source changed between the two builds, but the configuration did.
def iris = new File(basedir, 'target/generated-sources/nn/it/Iris.java').text
assert iris =~ /\b37\b/
assert !new File(basedir, 'build.log').text.contains('is up to date')
