// Of two files one was edited: its network is generated again, the other's files keep even their time.
def year = { String.format('%tY', new File(basedir, 'target/generated-sources/nn/it/' + it).lastModified()) }
assert new File(basedir, 'target/generated-sources/nn/it/wine/Wine.java').text.contains('dense(5)')
assert year('wine/Wine.java') != '2001'
assert year('wine/Bottle.java') == '2001'
assert year('Iris.java') == '2001'
