package org.rapport.reporting.report;

/** A report that can also be had as CSV: one line per value, with the path to it. */
public interface CsvReport {}
