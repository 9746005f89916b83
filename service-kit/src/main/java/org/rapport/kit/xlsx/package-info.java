/**
 * Workbooks of spreadsheets (ECMA-376), read row by row without trusting them: what a file claims costs no more memory than
 * a row, and what it expands to is bounded.
 */
package org.rapport.kit.xlsx;
