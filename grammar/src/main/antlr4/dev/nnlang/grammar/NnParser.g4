// The grammar of .nn files. Line ends mean nothing: what starts a declaration, an item or a statement ends the one before.
parser grammar NnParser;

options { tokenVocab = NnLexer; }

file : packageClause? declarations+=declaration* EOF ;

packageClause : PACKAGE path ;

// A title or a body is a rule of its own so that a mistake in the one leaves the other to be read.
declaration
  : DATA name dataBody                # Data
  | NETWORK networkTitle flowBody     # Network
  | TRAIN name trainBody              # Train
  | BLOCK blockTitle flowBody         # Block
  | ACTIVATION name LEFT_PAREN input=name (SEMICOLON parameters)? RIGHT_PAREN EQUAL formula   # Activation
  | LOSS name LEFT_PAREN output=name COMMA expected=name (SEMICOLON parameters)? RIGHT_PAREN EQUAL formula   # Loss
  | PARAM name EQUAL formula          # Param
  ;

networkTitle : network=name FOR rows=name ;
blockTitle   : name (LEFT_PAREN parameters RIGHT_PAREN)? ;
parameters   : items+=parameter (COMMA items+=parameter)* ;

parameter
  : name (EQUAL formula)?                        # Given
  | LEARN name EQUAL formula (PER owner=name)?   # Learned
  ;

open : LEFT_BRACE ;

// data

dataBody : open items+=dataItem* RIGHT_BRACE ;

dataItem
  : role=(INPUT | TARGET) columns+=column (COMMA columns+=column)* COLON columnType (ARROW transforms+=transform)* # Columns
  | setting                                                                                                         # DataSetting
  ;

column    : name header=STRING? ;
transform : call ;

columnType
  : ONE OF categories                                                # OneOf
  | plainName arguments? (LEFT_BRACKET length=formula RIGHT_BRACKET)?  # NamedType
  ;

categories
  : from=NUMBER RANGE to=formula                    # CategoryRange
  | items+=category (COMMA items+=category)*        # CategoryList
  ;

category : name written=STRING? ;

// train

trainBody : open settings+=setting* RIGHT_BRACE ;

setting : plainName COLON values+=value (COMMA values+=value)* ;

// network and block

flowBody : open statements+=statement* RIGHT_BRACE ;

statement
  : LET name EQUAL flow                    # Let
  | start=call (ARROW links+=link)+        # Chain
  ;

flow : links+=link (ARROW links+=link)* ;

link : stage (STAR count=primary)? ;

stage
  : call                                              # Layer
  | LEFT_PAREN first=flow (BAR others)? RIGHT_PAREN   # Group
  ;

others
  : STAR count=primary                # Copies
  | branches+=flow (BAR branches+=flow)*    # Branches
  ;

// calls and formulas

call      : name arguments? ;
arguments : LEFT_PAREN (items+=argument (COMMA items+=argument)*)? RIGHT_PAREN ;
argument  : (name COLON)? value ;
value     : from=formula (RANGE to=formula)? ;

formula
  : primary                                                                                    # Atom
  | <assoc = right> left=formula operator=POWER right=formula                                  # Binary
  | operator=MINUS operand=formula                                                             # Unary
  | left=formula operator=(STAR | SLASH) right=formula                                         # Binary
  | left=formula operator=(PLUS | MINUS) right=formula                                         # Binary
  | left=formula operator=(LESS | AT_MOST | GREATER | AT_LEAST | EQUAL | NOT_EQUAL) right=formula  # Binary
  | operator=NOT operand=formula                                                               # Unary
  | left=formula operator=AND right=formula                                                    # Binary
  | left=formula operator=OR right=formula                                                     # Binary
  | IF condition=formula THEN then=formula ELSE otherwise=formula                              # Conditional
  ;

primary
  : (NUMBER | PERCENTAGE | DURATION)   # Number
  | STRING                             # Text
  | (TRUE | FALSE)                     # Truth
  | SIZE                               # Size
  | path arguments                     # FormulaCall
  | path                               # Reference
  | LEFT_PAREN formula RIGHT_PAREN     # Parenthesis
  ;

path : parts+=name (DOT parts+=name)* ;

// Keywords are names too. `input`, `target` and `one` are not where they begin a column or its type; `let`, `learn`
// and the words of formulas never are.
name : plainName | INPUT | TARGET | ONE ;

plainName
  : NAME | PACKAGE | DATA | NETWORK | FOR | TRAIN | BLOCK | ACTIVATION | LOSS | PARAM | OF | PER ;
