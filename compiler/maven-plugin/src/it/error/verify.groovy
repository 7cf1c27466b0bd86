// Every error of every file is shown, each with its place and a caret; then the build fails once.
def log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] \S*iris\.nn:\[9,24\] unknown-layer: there is no layer, block or activation called `tahn`/
assert log =~ /\[ERROR\] \S*wine\.nn:\[9,50\] unknown-layer: there is no layer, block or activation called `sotfmax`/
assert log =~ /(?m)^ +\| {24}\^\^\^\^ /
assert log.count('2 errors in') == 1
assert !log.contains('\tat ') : 'a stack trace is not for users'
assert !new File(basedir, 'target/generated-sources/nn/it').exists()
