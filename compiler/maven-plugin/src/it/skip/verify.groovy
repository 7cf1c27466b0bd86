// Even mistakes pass: nobody looks.
assert new File(basedir, 'build.log').text.count('skipped, since nn.skip is set') == 3
assert !new File(basedir, 'target/generated-sources').exists()
