/**
 * Association between relations among the same people: matrices with a row and a column per person, whose cells aren't
 * independent because they share people. Depends on the other estimators alone.
 *
 * <p>Notation: x and y are n by n matrices whose diagonals are ignored; π is a permutation of the people, applied to the
 * rows and columns of x together, which keeps the structure of x and breaks its relation to y.
 */
package org.rapport.reporting.statistics.network;
