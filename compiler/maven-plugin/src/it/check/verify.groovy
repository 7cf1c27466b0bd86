// By its short name, without a dependency: all mistakes of the project and its tests, and not a file written.
def log = new File(basedir, 'build.log').text
for (goal in ['nn:check', 'nn:generate', 'nn:generate-test', 'nn:help', 'nn:train']) {
    assert log.contains(goal + '\n') : goal + ' is not in the help'
}
assert log.contains('unknown-layer: there is no layer, block or activation called `tahn`')
assert log.contains('unknown-layer: there is no layer, block or activation called `sotfmax`')
assert log.contains('2 errors in .nn files')
assert !new File(basedir, 'target').exists()
