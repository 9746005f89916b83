/** Files of rows into aggregates: streamed, in bounded memory, good rows kept and bad rows named. */
package org.rapport.kit.importing;
