/** One trace (W3C Trace Context) from a request over its events to whatever becomes of them in other services. */
package org.rapport.kit.tracing;
