/** The local run: one command that starts everything on a machine with a JDK and Maven and nothing else. */
package org.rapport.local;
