// Blanks in the names of folders and files are names like any other.
assert new File(basedir, 'target/made by nn/it/Iris.java').text.contains('my iris.nn')
assert new File(basedir, 'target/classes/it/Iris.class').isFile()
