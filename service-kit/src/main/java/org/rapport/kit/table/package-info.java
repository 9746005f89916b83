/** Tables as files: what columns a collection has, and how its rows are written as CSV or XLSX. */
package org.rapport.kit.table;
