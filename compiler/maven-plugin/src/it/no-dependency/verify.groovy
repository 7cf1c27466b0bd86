// Better one clear error here than a hundred of javac's about classes that it does not know.
def log = new File(basedir, 'build.log').text
assert log =~ /add dev\.nnlang:nn-training:\S+ to train networks here, or dev\.nnlang:nn-runtime:\S+ to use trained ones only/
