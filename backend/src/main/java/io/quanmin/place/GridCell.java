package io.quanmin.place;

/** The smallest piece of the city that somebody is in charge of 网格; {@code division} is usually a community. */
record GridCell(String code, String name, String division) {}
