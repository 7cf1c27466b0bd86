lexer grammar NnLexer;
NAME : [a-zA-Z_] [a-zA-Z_0-9]* ;
WHITE_SPACE : [ \t\r\n]+ -> skip ;
