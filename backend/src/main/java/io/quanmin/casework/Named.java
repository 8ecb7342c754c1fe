package io.quanmin.casework;

/** Something with a code for programs and a name for people. */
record Named(String code, String name) {}
