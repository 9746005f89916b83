/** Rapport from the outside only: its command, its APIs, its page in a browser, and what happens when parts of it die. */
package org.rapport.e2e;
