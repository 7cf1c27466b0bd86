package it.wine;

final class Own {}
