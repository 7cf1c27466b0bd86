// The second build touches nothing, and still compiles against what the first one generated.
assert new File(basedir, 'build.log').text.contains('the Java of 1 .nn file is up to date')
assert new File(basedir, 'target/classes/it/Uses.class').isFile()
new File(basedir, 'target/generated-sources/nn').eachFileRecurse(groovy.io.FileType.FILES) {
    assert String.format('%tY', it.lastModified()) == '2001' : it.name + ' was written again'
}
