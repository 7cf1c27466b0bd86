parser grammar NnParser;
options { tokenVocab = NnLexer; }
file : NAME* EOF ;
