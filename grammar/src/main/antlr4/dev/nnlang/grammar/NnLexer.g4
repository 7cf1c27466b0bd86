// The words of .nn files. What they build is in NnParser.g4; what it means, by example, in the README.md of this module.
lexer grammar NnLexer;

PACKAGE    : 'package' ;
DATA       : 'data' ;
NETWORK    : 'network' ;
FOR        : 'for' ;
TRAIN      : 'train' ;
BLOCK      : 'block' ;
ACTIVATION : 'activation' ;
LOSS       : 'loss' ;
PARAM      : 'param' ;
INPUT      : 'input' ;
TARGET     : 'target' ;
ONE        : 'one' ;
OF         : 'of' ;
LET        : 'let' ;
LEARN      : 'learn' ;
PER        : 'per' ;
IF         : 'if' ;
THEN       : 'then' ;
ELSE       : 'else' ;
AND        : 'and' ;
OR         : 'or' ;
NOT        : 'not' ;
TRUE       : 'true' ;
FALSE      : 'false' ;

ARROW         : '->' ;
RANGE         : '..' ;
DOT           : '.' ;
COMMA         : ',' ;
SEMICOLON     : ';' ;
COLON         : ':' ;
BAR           : '|' ;
LEFT_PAREN    : '(' ;
RIGHT_PAREN   : ')' ;
LEFT_BRACKET  : '[' ;
RIGHT_BRACKET : ']' ;
LEFT_BRACE    : '{' ;
RIGHT_BRACE   : '}' ;

AT_MOST   : '<=' ;
AT_LEAST  : '>=' ;
NOT_EQUAL : '!=' ;
LESS      : '<' ;
GREATER   : '>' ;
EQUAL     : '=' ;
PLUS      : '+' ;
MINUS     : '-' ;
STAR      : '*' ;
SLASH     : '/' ;
POWER     : '^' ;

NUMBER     : DECIMAL ;
PERCENTAGE : DECIMAL '%' ;
DURATION   : DECIMAL ('ms' | 's' | 'min' | 'h') ;
SIZE       : DIGITS ('x' DIGITS)+ ;
STRING     : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' ;
NAME       : [a-zA-Z_] [a-zA-Z_0-9]* ;

// `////…` is a ruler that somebody drew, no documentation.
DOC_COMMENT : '///' (~[/\r\n] ~[\r\n]*)? -> channel(HIDDEN) ;
COMMENT     : '//' ~[\r\n]* -> channel(HIDDEN) ;
WHITE_SPACE : [ \t\r\n\uFEFF]+ -> skip ;

// What somebody meant as a word but is none. Whoever reads the tokens reports these and goes on as if they were right.
MALFORMED_NUMBER : '.'? [0-9] [a-zA-Z_0-9]* ('.' [a-zA-Z_0-9]+)* '%'? ;
UNCLOSED_STRING  : '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'? ;
SINGLE_QUOTED    : '\'' ~['\r\n]* '\'' ;
FOREIGN_NAME     : [\p{L}_] [\p{L}\p{M}\p{N}_]* ;
UNKNOWN          : ~[\u0000-\u007F\p{L}]+ | . ;

fragment DECIMAL : DIGITS ('.' DIGITS)? ([eE] [+-]? DIGITS)? ;
fragment DIGITS  : [0-9]+ ;
